package dev.postern.identity;

import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Signatures, by the published vectors and by the vendor's own signer. */
class SignatureTest {

    private static final String DATE = "20240416T095341Z";
    private static final String SECRET = "demo-app-secret";
    private static final Map<String, String> HEADERS = Map.of("host", "gw.example.test", "x-sdk-date", DATE,
        "content-type", "application/json");

    @Test
    void aQueryIsSortedAndEncodedAgain() {
        CanonicalRequest request = new CanonicalRequest("GET", "/orders", "b=2&a=1&c%20d=x%2Fy",
            List.of("host", "x-sdk-date"), HEADERS::get, Signature.sha256(new byte[0]));
        String text = "GET\n/orders/\na=1&b=2&c%20d=x%2Fy\nhost:gw.example.test\nx-sdk-date:20240416T095341Z\n\n"
            + "host;x-sdk-date\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assertEquals(List.of(text), List.copyOf(request.texts()));
        assertEquals("810205419cbf369a0be793bb0c42ed02677c34fb171a7ebf599069f8ef9d2d52", sha256(text));
        assertTrue(signature("host;x-sdk-date", "fd256a864574c79d611fa4d538012889c34bde64aa11a41748a5cf73342deda9")
            .isOf(request, DATE, SECRET));
    }

    @Test
    void aBodyIsSignedByItsHash() {
        CanonicalRequest request = new CanonicalRequest("POST", "/v1/users/ab%20c", null,
            List.of("content-type", "host", "x-sdk-date"), HEADERS::get, sha256("{\"n\":1}"));
        String text = "POST\n/v1/users/ab%20c/\n\ncontent-type:application/json\nhost:gw.example.test\n"
            + "x-sdk-date:20240416T095341Z\n\ncontent-type;host;x-sdk-date\n"
            + "2bfd14f43d17fc7cea24e0917a8879b4b2f880b8baeec1b9d90fbaad655e71bd";
        assertEquals(List.of(text), List.copyOf(request.texts()));
        assertEquals("ac3d5b4c6fda41a8beb97afbe4651bbe0adbdee364c4434d2b77c759e06dfede", sha256(text));
        assertTrue(signature("content-type;host;x-sdk-date",
            "72633ff2bf7f6d41ec1557ce1802ef9d644fb0b29ca1d0f064cf32f92ad23671").isOf(request, DATE, SECRET));
    }

    @Test
    void whatTheVendorsSignerSignsIsRecognized() {
        Random random = new Random(20240416);
        for (int i = 0; i < 3000; i++) {
            HttpRequest request = randomRequest(random);
            String secret = randomText(random, 40);
            Map<String, String> signed = AKSKSigner.getInstance()
                .sign(request, new BasicCredentials().withAk("key").withSk(secret));
            Signature signature = Signature.parse(signed.get("Authorization")).orElseThrow();
            CanonicalRequest canonical = asReceived(request, signed, signature);
            assertTrue(signature.isOf(canonical, signed.get("X-Sdk-Date"), secret), () -> request.getUrl().toString());
            assertFalse(signature.isOf(canonical, signed.get("X-Sdk-Date"), secret + "x"));
        }
    }

    @Test
    void onlyTheDocumentedFormOfTheHeaderIsRead() {
        String hex = "0".repeat(64);
        assertTrue(Signature.parse("SDK-HMAC-SHA256 Access=a, SignedHeaders=host, Signature=" + hex).isPresent());
        assertTrue(Signature.parse("SDK-HMAC-SHA256 Access=a,SignedHeaders=host,Signature=" + hex).isPresent());
        for (String wrong : List.of("", "SDK-HMAC-SHA256", "SDK-HMAC-SHA256 Access=a",
                "SDK-HMAC-SHA256 Access=, SignedHeaders=host, Signature=" + hex,
                "SDK-HMAC-SHA256 Access=a, SignedHeaders=host, Signature=" + hex.substring(1),
                "SDK-HMAC-SHA256 Access=a, SignedHeaders=host, Signature=" + "A".repeat(64),
                "SDK-HMAC-SM3 Access=a, SignedHeaders=host, Signature=" + hex)) {
            assertTrue(Signature.parse(wrong).isEmpty(), wrong);
        }
    }

    @Test
    void aDateIsReadStrictly() {
        assertEquals("2024-04-16T09:53:41Z", Signature.moment(DATE).orElseThrow().toString());
        for (String wrong : List.of("", "20240416T095341", "20240230T095341Z", "2024-04-16T09:53:41Z", "20240416T245341Z")) {
            assertTrue(Signature.moment(wrong).isEmpty(), wrong);
        }
    }

    private static HttpRequest randomRequest(Random random) {
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            // What a path cannot have as it is; OkHttp drops a blank at the end.
            path.append('/').append(randomText(random, 8).replaceAll("[/?#%\\\\]|^\\.+$| $", "x"));
        }
        if (random.nextInt(4) == 0) {
            path.append('/');
        }
        HttpRequest.HttpRequestBuilder request = HttpRequest.newBuilder().withEndpoint("http://gw.example.test:8080")
            .withMethod(HttpMethod.values()[random.nextInt(HttpMethod.values().length)])
            .withPath(path.toString())
            .addHeader("X-Project-Id", "p" + random.nextInt(9));
        for (int i = random.nextInt(4); i > 0; i--) {
            List<String> values = new ArrayList<>();
            for (int j = random.nextInt(3); j >= 0; j--) {
                values.add(random.nextInt(4) == 0 ? "" : randomText(random, 9));
            }
            request.addQueryParam("n" + random.nextInt(20) + (random.nextBoolean() ? "_a" : "-b.c~"), values);
        }
        if (random.nextBoolean()) {
            request.withBodyAsString(randomText(random, 200));
        }
        if (random.nextInt(5) == 0) {
            request.addHeader("X-Sdk-Content-Sha256", "UNSIGNED-PAYLOAD");
        }
        return request.build();
    }

    private static String randomText(Random random, int most) {
        String alphabet = "abcXYZ019-_.~ !$&'()*+,;=:@/?#%[]{}|\"<>^`éß漢😀";
        int[] points = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    /** What a server sees of a request that the SDK sends: OkHttp writes path and query in a way of its own. */
    private static CanonicalRequest asReceived(HttpRequest request, Map<String, String> signed, Signature signature) {
        HttpUrl.Builder url = HttpUrl.get(request.getEndpoint() + request.getPathParamsString()).newBuilder();
        request.getQueryParams().forEach((name, values) -> values.forEach(value -> url.addQueryParameter(name, value)));
        Map<String, String> headers = new LinkedHashMap<>();
        request.getHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        signed.forEach((name, value) -> headers.put(name.toLowerCase(), value));
        String stated = headers.get("x-sdk-content-sha256");
        String body = request.getBodyAsString() == null ? "" : request.getBodyAsString();
        return new CanonicalRequest(request.getMethod().name(), url.build().encodedPath(), url.build().encodedQuery(),
            signature.signedHeaders(), headers::get, stated == null ? sha256(body) : stated);
    }

    private static Signature signature(String headers, String value) {
        return Signature.parse("SDK-HMAC-SHA256 Access=demo-app-key, SignedHeaders=" + headers + ", Signature=" + value)
            .orElseThrow();
    }

    private static String sha256(String text) {
        return Signature.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
