package dev.postern.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The signatures that every client is tried with are those of the vendor's signer. */
class SignaturesTest {

    private static final Path VECTORS = Path.of(System.getProperty("basedir", "."),
        "../../client-gen/runner/src/main/resources/dev/postern/clients/signatures.json");

    @TestFactory
    Stream<DynamicTest> areThoseOfTheVendor() throws IOException {
        JsonNode vectors = new ObjectMapper().readTree(VECTORS.toFile());
        return StreamSupport.stream(vectors.spliterator(), false)
            .map(vector -> DynamicTest.dynamicTest(vector.get("name").asText(), () -> check(vector)));
    }

    private static void check(JsonNode vector) {
        Signer signer = new Signer();
        Map<String, String> signed = signer.sign(request(vector), new BasicCredentials()
            .withAk(vector.get("access_key").asText()).withSk(vector.get("secret_key").asText()));
        assertEquals(vector.get("canonical_request").asText(), signer.canonicalRequest);
        assertEquals(vector.get("authorization").asText(), signed.get("Authorization"));
    }

    /** The request in the form in which the vendor's client has it: nothing is encoded yet. */
    private static HttpRequest request(JsonNode vector) {
        URI url = URI.create(vector.get("url").asText());
        HttpRequest.HttpRequestBuilder request = HttpRequest.newBuilder()
            .withEndpoint(url.getScheme() + "://" + url.getAuthority())
            .withMethod(HttpMethod.valueOf(vector.get("method").asText()))
            .withPath(decoded(url.getRawPath().replace("+", "%2B")))
            .withBodyAsString(vector.get("body").asText())
            .addHeader("X-Sdk-Date", vector.get("date").asText());
        vector.get("headers").fields().forEachRemaining(
            header -> request.addHeader(header.getKey(), header.getValue().asText()));
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (url.getRawQuery() != null) {
            Pattern.compile("&").splitAsStream(url.getRawQuery()).map(pair -> pair.split("=", 2)).forEach(pair -> query
                .computeIfAbsent(decoded(pair[0]), name -> new ArrayList<>()).add(pair.length == 1 ? "" : decoded(pair[1])));
        }
        query.forEach(request::addQueryParam);
        return request.build();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The vendor's; it also signs a content type, as the vendor's documentation does and the vendor's client does not. */
    private static final class Signer extends AKSKSigner {

        private String canonicalRequest;

        @Override
        protected Map<String, String> combineAllHeaders(HttpRequest request, Map<String, String> authentication) {
            Map<String, String> headers = super.combineAllHeaders(request, authentication);
            if (request.haveHeader("Content-Type")) {
                headers.put("content-type", request.getHeader("Content-Type"));
            }
            return headers;
        }

        @Override
        protected String buildCanonicalRequest(String... segments) {
            canonicalRequest = super.buildCanonicalRequest(segments);
            return canonicalRequest;
        }
    }
}
