package dev.postern.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.postern.error.ErrorCode;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestCertificates;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Of the ids in a path, the first that does not exist is the one that is said: by every operation with two or more. */
class PathOrderTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    /** The codes of what does not exist, by the name of the parameter. */
    private static final Map<String, Set<String>> CODES = Map.ofEntries(
        Map.entry("instance_id", Set.of("APIG.3030")),
        Map.entry("group_id", Set.of("APIG.3001")),
        Map.entry("domain_id", Set.of("APIG.3020")),
        Map.entry("certificate_id", Set.of("APIG.3025")),
        Map.entry("response_id", Set.of("APIG.3007")),
        Map.entry("api_id", Set.of("APIG.3002")),
        Map.entry("version_id", Set.of("APIG.3022")),
        Map.entry("env_id", Set.of("APIG.3003")),
        Map.entry("env_variable_id", Set.of("APIG.3011")),
        Map.entry("throttle_id", Set.of("APIG.3005")),
        Map.entry("throttle_binding_id", Set.of("APIG.3012")),
        Map.entry("strategy_id", Set.of("APIG.3013")),
        Map.entry("acl_id", Set.of("APIG.3006")),
        Map.entry("acl_bindings_id", Set.of("APIG.3010")),
        Map.entry("sign_id", Set.of("APIG.3017")),
        Map.entry("sign_bindings_id", Set.of("APIG.3018")),
        Map.entry("plugin_id", Set.of("APIG.3068")),
        // Operations on a credential itself have a code of their own.
        Map.entry("app_id", Set.of("APIG.3002", "APIG.3004")),
        Map.entry("app_code_id", Set.of("APIG.3082")),
        Map.entry("app_auth_id", Set.of("APIG.3009")),
        Map.entry("app_quota_id", Set.of("APIG.3093")));

    /** What is first on its path names a group, and answers as the vendor's page shows. */
    private static final Map<String, String> OWN = Map.of("updateSlDomainSettingV2 group_id", "APIG.3020");

    /** One of each, with the name of the parameter for an id. */
    private static final String STATE = """
        certificates: [{id: certificate_id, project_id: 73d69ae0cfcf460190522d06b60f05ad, instance_id: instance_id, name: cert, CERTIFICATE}]
        gateways:
          - id: instance_id
            project_id: 73d69ae0cfcf460190522d06b60f05ad
            instance_name: one
            environments: [{id: DEFAULT_ENVIRONMENT_RELEASE_ID, name: RELEASE}, {id: env_id, name: other}]
            api_groups:
              - id: group_id
                name: group
                responses: [{id: response_id, name: default, default: true}]
                variables: [{id: env_variable_id, env_id: env_id, variable_name: host, variable_value: h}]
                domains: [{id: domain_id, url_domain: www.example.com, certificate_id: certificate_id}]
            apis:
              - id: api_id
                group_id: group_id
                name: api
                req_uri: /
                publications: [{publish_id: publish_id, env_id: env_id, version_id: version_id, versions: [{version_id: version_id}]}]
            throttles:
              - id: throttle_id
                name: throttle
                time_interval: 1
                time_unit: DAY
                api_call_limits: 5
                specials: [{id: strategy_id, object_type: USER, object_id: me, call_limits: 1}]
                bindings: [{id: throttle_binding_id, publish_id: publish_id}]
            acls: [{id: acl_id, name: acl, entity_type: IP, bindings: [{id: acl_bindings_id, publish_id: publish_id}]}]
            signs: [{id: sign_id, name: key, sign_key: signkey1, sign_secret: signsecret123456, bindings: [{id: sign_bindings_id, publish_id: publish_id}]}]
            plugins: [{id: plugin_id, name: plugin, plugin_type: cors}]
            apps: [{id: app_id, name: app, app_key: key, app_codes: [{id: app_code_id, app_code: code}], authorizations: [{id: app_auth_id, publish_id: publish_id}]}]
            app_quotas: [{id: app_quota_id, name: quota, call_limits: 1, time_unit: DAY, time_interval: 1}]
        """;

    @ParameterizedTest
    @EnumSource
    void saysWhatIsMissingFirst(Database database) throws IOException {
        KeyPair keys = TestCertificates.keys("EC");
        String certificate = TestCertificates.certificate(keys, 2030, "www.example.com").replaceAll("\\R", "\\\\n");
        String key = TestCertificates.key(keys).replaceAll("\\R", "\\\\n");
        try (TestServer server = TestServer.start(database.newUrl())) {
            server.put(STATE.replace("CERTIFICATE", "cert_content: \"%s\", private_key: \"%s\"".formatted(certificate, key)));
            String before = Gateways.order(server, "GET", "state", null).toString();
            List<Described> operations = described();
            assertTrue(operations.size() > 70, operations.size() + " operations");
            for (Described operation : operations) {
                // The documented certificate is shortened, and what cannot be read is refused whatever else there is.
                String body = operation.id().equals("associateCertificateV2")
                    ? "{\"name\": \"cert\", \"cert_content\": \"%s\", \"private_key\": \"%s\"}".formatted(certificate, key)
                    : operation.body();
                for (String missing : operation.ids()) {
                    assertSays(missing, operation, server.send(operation.method(), operation.path(missing), body, "X-Auth-Token", "any"));
                }
                assertEquals(before, Gateways.order(server, "GET", "state", null).toString(), operation.id());
            }
        }
    }

    private static void assertSays(String missing, Described operation, Answer answer) {
        String told = operation.id() + " without " + missing + ": " + answer.text();
        assertEquals(404, answer.status(), told);
        String code = answer.json().get("error_code").asText();
        String own = OWN.get(operation.id() + " " + missing);
        assertTrue(own == null ? CODES.get(missing).contains(code) : own.equals(code), told);
        String message = answer.json().get("error_msg").asText();
        assertTrue(Arrays.stream(ErrorCode.values()).filter(known -> known.code().equals(code))
            .map(known -> known.takesArguments() ? known.message("no-" + missing) : known.message())
            .anyMatch(message::equals), told);
    }

    private static List<Described> described() throws IOException {
        JsonNode description;
        try (InputStream in = PathOrderTest.class.getResourceAsStream("/META-INF/postern/spec/apig/v2/openapi.yaml")) {
            description = new YAMLMapper().readTree(in);
        }
        List<Described> operations = new ArrayList<>();
        description.get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(entry -> {
            List<String> ids = PARAMETER.matcher(path.getKey()).results().map(found -> found.group(1))
                .filter(name -> name.endsWith("_id") && !name.equals("project_id")).toList();
            if (ids.size() > 1 && METHODS.contains(entry.getKey())) {
                JsonNode examples = entry.getValue().at("/requestBody/content/application~1json/examples");
                JsonNode example = examples.isEmpty() ? examples : examples.elements().next();
                String place = example.path("$ref").asText("");
                JsonNode body = (place.isEmpty() ? example : description.at(place.substring(1))).path("value");
                StringBuilder query = new StringBuilder("?");
                for (JsonNode parameter : entry.getValue().path("parameters")) {
                    JsonNode whole = parameter.has("$ref") ? description.at(parameter.get("$ref").asText().substring(1)) : parameter;
                    if (whole.path("required").asBoolean() && whole.path("in").asText().equals("query")) {
                        query.append(whole.get("name").asText()).append('=').append(whole.get("name").asText()).append('&');
                    }
                }
                operations.add(new Described(entry.getValue().get("operationId").asText(), entry.getKey().toUpperCase(Locale.ROOT),
                    path.getKey() + query, ids, body.isMissingNode() ? null : body.toString()));
            }
        }));
        return operations;
    }

    /** An operation with a documented body. */
    private record Described(String id, String method, String template, List<String> ids, String body) {

        /** Its path, where nothing exists from one of the ids on. */
        String path(String missing) {
            String path = template.replace("{project_id}", "73d69ae0cfcf460190522d06b60f05ad")
                .replace("{response_type}", "THROTTLED");
            for (String id : ids) {
                path = path.replace("{" + id + "}", ids.indexOf(id) < ids.indexOf(missing) ? id : "no-" + id);
            }
            return path;
        }
    }
}
