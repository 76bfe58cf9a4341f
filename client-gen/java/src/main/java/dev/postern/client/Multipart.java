package dev.postern.client;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;

/** A form with files, for the generated code. */
public final class Multipart {

    private final String boundary = UUID.randomUUID().toString();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Adds a text, unless it is null. */
    public Multipart add(String name, Object text) {
        if (text != null) {
            part("name=\"" + name + "\"", "text/plain; charset=UTF-8", text.toString().getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /**
     * Adds a file, unless it is null.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public Multipart add(String name, File file) {
        if (file != null) {
            try {
                part("name=\"" + name + "\"; filename=\"" + quoted(file.getName()) + "\"", "application/octet-stream",
                    Files.readAllBytes(file.toPath()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /** Makes it the body of a request. */
    public void sendWith(HttpRequest.Builder request, String method) {
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private void part(String disposition, String type, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: "
            + type + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** As browsers write the names of files. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
