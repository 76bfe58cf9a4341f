package dev.postern.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;

/** A connection on which anything can be sent, HTTP or not. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MS = 20_000;

    private final Socket socket;
    private final InputStream in;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    /** What came back; status 0 where the server closed the connection without a word. */
    record Reply(int status, TreeMap<String, String> headers, String body) {

        @Override
        public String toString() {
            return status + " " + headers + " " + Judge.shorten(body);
        }
    }

    /** Sends bytes on a connection of their own and reads the answer. */
    static Reply send(int port, byte[]... parts) throws IOException {
        try (Wire wire = new Wire(port)) {
            for (byte[] part : parts) {
                if (!wire.write(part)) {
                    break;
                }
            }
            return wire.read();
        }
    }

    /** A text as the bytes of ISO 8859-1, so that any byte can be written. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether the server still takes what is sent; it may have answered and closed already. */
    boolean write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The next answer, but for those that only say to go on. */
    Reply read() throws IOException {
        Reply reply = one();
        while (reply.status() == 100) {
            reply = one();
        }
        return reply;
    }

    private Reply one() throws IOException {
        TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String first;
        try {
            first = line();
        } catch (java.net.SocketException e) {
            // Closed before all was sent.
            first = "";
        }
        if (first.isEmpty()) {
            return new Reply(0, headers, "");
        }
        int status = Integer.parseInt(first.split(" ")[1]);
        for (String line = line(); !line.isEmpty(); line = line()) {
            headers.put(line.substring(0, line.indexOf(':')).trim(), line.substring(line.indexOf(':') + 1).trim());
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        if (headers.getOrDefault("Transfer-Encoding", "").toLowerCase(Locale.ROOT).equals("chunked")) {
            return new Reply(status, headers, chunks());
        }
        return new Reply(status, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private String chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toString(StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().trim();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
