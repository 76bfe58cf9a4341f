package dev.postern.support;

import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signs requests with the vendor's own signer. */
public record Signer(String key, String secret) {

    private static final DateTimeFormatter DATE =
        DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The headers of a request that is signed at a moment: pairs, those given included. */
    public String[] headers(TestServer server, Instant moment, String method, String path, Map<String, List<String>> query,
                            String body, String... more) {
        HttpRequest.HttpRequestBuilder request = HttpRequest.newBuilder().withEndpoint(server.url())
            .withMethod(HttpMethod.valueOf(method)).withPath(path).withBodyAsString(body)
            .addHeader("X-Sdk-Date", DATE.format(moment));
        query.forEach(request::addQueryParam);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Sdk-Date", DATE.format(moment));
        for (int i = 0; i < more.length; i += 2) {
            request.addHeader(more[i], more[i + 1]);
            headers.put(more[i], more[i + 1]);
        }
        headers.putAll(AKSKSigner.getInstance().sign(request.build(), new BasicCredentials().withAk(key).withSk(secret)));
        List<String> pairs = new ArrayList<>();
        headers.forEach((name, value) -> pairs.addAll(List.of(name, value)));
        return pairs.toArray(String[]::new);
    }

    /** The same at present and without a query. */
    public String[] headers(TestServer server, String method, String path, String body, String... more) {
        return headers(server, Instant.now(), method, path, Map.of(), body, more);
    }
}
