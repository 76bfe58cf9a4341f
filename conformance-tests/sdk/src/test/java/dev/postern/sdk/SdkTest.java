package dev.postern.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.huaweicloud.sdk.apig.v2.ApigClient;
import com.huaweicloud.sdk.core.SdkResponse;
import com.huaweicloud.sdk.core.auth.ICredential;
import com.huaweicloud.sdk.core.utils.JsonUtils;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The vendor's SDK for Java, unmodified, against every operation that is served. */
class SdkTest {

    private static final ObjectMapper JSON =
        JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    private static final ObjectMapper YAML = new YAMLMapper();
    /** The SDK reads such times as if they were UTC. */
    private static final Pattern LOCAL_TIME = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9:]{8})");
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
        JsonNode paths = YAML.readTree(resource("META-INF/postern/spec/apig/v2/openapi.yaml")).get("paths");
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
            .header("Content-Type", "application/yaml")
            .PUT(HttpRequest.BodyPublishers.ofString(readable("seeds/" + each.seed() + ".yaml")))
            .build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(204, seeded.statusCode(), seeded.body());
        ApigClient client = ApigClient.newBuilder().withCredential(credential.apply(each.project()))
            .withEndpoints(List.of(server.getURL().toString())).build();

        SdkResponse response = each.call().apply(client);

        assertEquals(each.status(), response.getHttpStatusCode());
        if (each.answer() != null) {
            ObjectNode received = (ObjectNode) facts(JSON.readTree(JsonUtils.toJSON(response)));
            ObjectNode expected = (ObjectNode) facts(YAML.readTree(readable("META-INF/postern/spec-source/apig/v2/examples/"
                + each.operation() + "/" + each.answer() + ".yaml")).get("value"));
            each.generated().forEach((field, pattern) -> {
                assertTrue(received.path(field).asText().matches(pattern), field + " is " + received.path(field));
                received.remove(field);
                expected.remove(field);
            });
            assertEquals(text(expected), text(received));
        }
    }

    /** A body without what is null: the SDK cannot tell null from absent. */
    private static JsonNode facts(JsonNode body) {
        if (body instanceof ObjectNode object) {
            List<String> empty = new ArrayList<>();
            object.properties().forEach(field -> {
                if (field.getValue().isNull()) {
                    empty.add(field.getKey());
                } else {
                    facts(field.getValue());
                }
            });
            object.remove(empty);
            object.remove("httpStatusCode");
            object.remove("http_status_code");
        } else {
            body.forEach(SdkTest::facts);
        }
        return body;
    }

    /** One text for one body, whatever types its numbers were read as. */
    private static String text(ObjectNode body) throws IOException {
        return LOCAL_TIME.matcher(JSON.writeValueAsString(JSON.treeToValue(sorted(body), Object.class)))
            .replaceAll("$1T$2Z");
    }

    /** Lists of gateways in the order of their ids: the vendor's example has the older one first. */
    private static JsonNode sorted(ObjectNode body) {
        if (body.get("instances") != null) {
            List<JsonNode> instances = new ArrayList<>();
            body.get("instances").forEach(instances::add);
            instances.sort(java.util.Comparator.comparing(instance -> instance.get("id").asText()));
            body.putArray("instances").addAll(instances);
        }
        return body;
    }

    /** A seed or an example, with a time that the vendor's SDK can read: its own example has a month of one digit. */
    private static String readable(String name) throws IOException {
        return new String(resource(name).readAllBytes(), StandardCharsets.UTF_8).replace("2021-8-03", "2021-08-03");
    }

    private static InputStream resource(String name) {
        InputStream stream = SdkTest.class.getClassLoader().getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalArgumentException("there is no " + name + " on the class path");
        }
        return stream;
    }
}
