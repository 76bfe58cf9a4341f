package dev.postern.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that is started, asked for this and that and stopped, for the JVM to see which classes that takes. */
public final class Training {

    private static final String GATEWAYS = "/v2/73d69ae0cfcf460190522d06b60f05ad/apigw/instances";
    private static final String GATEWAY = """
        {"instance_name":"training","spec_id":"BASIC","available_zone_ids":["az1"],\
        "vpc_id":"vpc-1","subnet_id":"subnet-1","security_group_id":"group-1"}""";
    private static final int PATIENCE_MILLIS = 60_000;

    private Training() {
    }

    /** Ends with 0 when every request was answered. */
    public static void main(String[] args) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Thread server = new Thread(() -> System.exit(Cli.run("serve", "--port", "" + port)), "serve");
        server.setDaemon(true);
        server.start();
        awaitFirst(port);
        boolean answered = ask(port, "POST", GATEWAYS, GATEWAY) && ask(port, "GET", GATEWAYS, "")
            && ask(port, "GET", GATEWAYS + "/nope", "") && ask(port, "GET", "/_postern/state", "")
            && ask(port, "POST", GATEWAYS, "{}");
        System.exit(answered ? 0 : 1);
    }

    private static void awaitFirst(int port) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (!ask(port, "GET", GATEWAYS, "") && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    private static boolean ask(int port, String method, String path, String body) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: any\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).startsWith("HTTP/1.1 ");
        } catch (IOException e) {
            return false;
        }
    }
}
