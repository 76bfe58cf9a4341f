package dev.postern.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.huaweicloud.sdk.apig.v2.ApigClient;
import com.huaweicloud.sdk.core.SdkResponse;
import com.huaweicloud.sdk.core.auth.ICredential;
import com.huaweicloud.sdk.core.utils.JsonUtils;
import dev.postern.conformance.cases.Seeds;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The vendor's SDK for Java, unmodified, against every operation that is served. */
class SdkTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Seeds SEEDS = new Seeds(SdkTest.class.getClassLoader());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = ApplicationContext.run(EmbeddedServer.class, Map.of("postern.port", -1,
            "postern.transition-time", "0s", "postern.database-url", "jdbc:h2:mem:sdk"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> signedWithAnAccessKey() {
        return tests(Credentials::accessKey);
    }

    @TestFactory
    Stream<DynamicTest> carryingAToken() {
        return tests(Credentials::token);
    }

    /** A new operation needs a case here, and a case must be of an operation that there is. */
    @Test
    void everyOperationHasACase() throws IOException {
        JsonNode paths = YAML.readTree(text("META-INF/postern/spec/apig/v2/openapi.yaml")).get("paths");
        TreeSet<String> described = StreamSupport.stream(paths.spliterator(), false)
            .flatMap(path -> StreamSupport.stream(path.spliterator(), false))
            .filter(operation -> operation.has("operationId"))
            .map(operation -> operation.get("operationId").asText())
            .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> tried = SdkCases.all().stream().map(SdkCase::operation)
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(described, tried);
    }

    private static Stream<DynamicTest> tests(java.util.function.Function<String, ICredential> credential) {
        return SdkCases.all().stream().map(each -> DynamicTest.dynamicTest(each.operation(), () -> check(each, credential)));
    }

    private static void check(SdkCase each, java.util.function.Function<String, ICredential> credential) throws Exception {
        HttpResponse<String> seeded = HTTP.send(HttpRequest.newBuilder(URI.create(server.getURL() + "/_postern/state"))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(readable(SEEDS.get(each.seed()).toString())))
            .build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(204, seeded.statusCode(), seeded.body());
        ApigClient client = ApigClient.newBuilder().withCredential(credential.apply(each.project()))
            .withEndpoints(List.of(server.getURL().toString())).build();

        SdkResponse response = each.call().apply(client);

        assertEquals(each.status(), response.getHttpStatusCode());
        if (each.example() != null) {
            each.comparison().compare(YAML.readTree(readable(text("META-INF/postern/spec-source/apig/v2/examples/"
                + each.operation() + "/" + each.example() + ".yaml"))).get("value"), JSON.readTree(JsonUtils.toJSON(response)));
        }
    }

    /** A seed or an example, with a time that the vendor's SDK can read: its own example has a month of one digit. */
    private static String readable(String body) {
        return body.replace("2021-8-03", "2021-08-03");
    }

    private static String text(String name) throws IOException {
        try (InputStream stream = SdkTest.class.getClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no " + name + " on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
