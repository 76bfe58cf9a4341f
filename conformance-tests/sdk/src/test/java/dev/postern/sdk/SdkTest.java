package dev.postern.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.huaweicloud.sdk.apig.v2.ApigClient;
import com.huaweicloud.sdk.core.SdkResponse;
import com.huaweicloud.sdk.core.auth.ICredential;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.utils.JsonUtils;
import dev.postern.conformance.cases.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The vendor's SDK for Java, unmodified, against every operation that is served, by servers of both kinds. */
class SdkTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Seeds SEEDS = new Seeds(SdkTest.class.getClassLoader());

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
            server.put((ObjectNode) JSON.readTree(readable(SEEDS.get(each.seed()).toString())), each.project());
            check.of(each, ApigClient.newBuilder().withCredential(credential.of(server, each.project()))
                .withEndpoints(List.of(server.url())).build());
        }));
    }

    private static void checkAnswer(SdkCase each, SdkResponse response) throws IOException {
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

    /** Who calls, given the server and the project. */
    private interface Credential {
        ICredential of(TestedServer server, String project) throws Exception;
    }

    /** What has to hold of a case. */
    private interface Check {
        void of(SdkCase each, ApigClient client) throws Exception;
    }
}
