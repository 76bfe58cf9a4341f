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
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.utils.JsonUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The vendor's SDK for Java, unmodified, against every operation that is served, by servers of both kinds. */
class SdkTest {

    private static final ObjectMapper JSON =
        JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    private static final ObjectMapper YAML = new YAMLMapper();
    /** The SDK reads such times as if they were UTC. */
    private static final Pattern LOCAL_TIME = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9:]{8})");

    private static TestedServer open;
    private static TestedServer strict;

    @BeforeAll
    static void start() {
        open = new TestedServer("open");
        strict = new TestedServer("strict");
    }

    @AfterAll
    static void stop() {
        open.close();
        strict.close();
    }

    @TestFactory
    Stream<DynamicTest> signedWithAnAccessKey() {
        return Stream.concat(answered(open, TestedServer::accessKey), answered(strict, TestedServer::accessKey));
    }

    @TestFactory
    Stream<DynamicTest> carryingAToken() {
        return Stream.concat(answered(open, TestedServer::token), answered(strict, TestedServer::token));
    }

    @TestFactory
    Stream<DynamicTest> whoProvesNothingIsTakenByAnOpenServer() {
        return Stream.concat(answered(open, TestedServer::wrongAccessKey), answered(open, TestedServer::unknownToken));
    }

    @TestFactory
    Stream<DynamicTest> whoProvesNothingIsRefusedByAStrictServer() {
        return Stream.concat(refused(TestedServer::wrongAccessKey), refused(TestedServer::unknownToken));
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

    private static Stream<DynamicTest> answered(TestedServer server, Credential credential) {
        return tests(server, credential, (each, client) -> checkAnswer(each, each.call().apply(client)));
    }

    private static Stream<DynamicTest> refused(Credential credential) {
        return tests(strict, credential, (each, client) -> {
            JsonNode before = strict.state();
            ClientRequestException refusal = assertThrows(ClientRequestException.class, () -> each.call().apply(client));
            assertEquals(401, refusal.getHttpStatusCode(), refusal.getMessage());
            assertEquals(before, strict.state());
        });
    }

    /** A test for each case, from the state that the case begins with. */
    private static Stream<DynamicTest> tests(TestedServer server, Credential credential, Check check) {
        return SdkCases.all().stream().map(each -> DynamicTest.dynamicTest(server + " " + each.operation(), () -> {
            server.put((ObjectNode) YAML.readTree(readable("seeds/" + each.seed() + ".yaml")), each.project());
            check.of(each, ApigClient.newBuilder().withCredential(credential.of(server, each.project()))
                .withEndpoints(List.of(server.url())).build());
        }));
    }

    private static void checkAnswer(SdkCase each, SdkResponse response) throws IOException {
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

    /** Who calls, given the server and the project. */
    private interface Credential {
        ICredential of(TestedServer server, String project) throws Exception;
    }

    /** What has to hold of a case. */
    private interface Check {
        void of(SdkCase each, ApigClient client) throws Exception;
    }
}
