package dev.postern.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Signatures are those of the vendor's signer. */
class SignerTest {

    @TestFactory
    Stream<DynamicTest> signaturesAreThoseOfTheVendor() throws IOException {
        JsonNode vectors = new ObjectMapper().readTree(new File(TestServers.get("SIGNATURES")));
        return StreamSupport.stream(vectors.spliterator(), false)
            .map(vector -> DynamicTest.dynamicTest(vector.get("name").asText(), () -> check(vector)));
    }

    private static void check(JsonNode vector) {
        byte[] body = vector.get("body").asText().getBytes(StandardCharsets.UTF_8);
        JsonNode headers = vector.get("headers");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(vector.get("url").asText()))
            .method(vector.get("method").asText(), HttpRequest.BodyPublishers.noBody());
        if (headers.has("Content-Type")) {
            request.header("Content-Type", headers.get("Content-Type").asText());
        }
        String project = headers.path("X-Project-Id").asText(null);
        Map<String, String> expected = new TreeMap<>(Map.of("X-Sdk-Date", vector.get("date").asText(),
            "Authorization", vector.get("authorization").asText()));
        if (project != null) {
            expected.put("X-Project-Id", project);
        }
        assertEquals(expected, new Signer(vector.get("access_key").asText(), vector.get("secret_key").asText(), project)
            .sign(request.build(), body, Instant.parse("2024-04-16T09:53:41Z")));
    }
}
