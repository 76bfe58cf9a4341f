package dev.postern.apig;

import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestCertificates;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.security.KeyPair;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What deleting each kind of thing refuses, and what goes with it: no more and no less. */
@ParameterizedClass
@EnumSource
class DeletionTest {

    /** Everything in it has an id that begins with a hyphen; what is not free is in use. */
    private static final String STATE = """
        certificates:
          - {id: -cert-bound, project_id: 73d69ae0cfcf460190522d06b60f05ad, instance_id: -gateway, name: bound, CERTIFICATE}
          - {id: -cert-free, project_id: 73d69ae0cfcf460190522d06b60f05ad, instance_id: -gateway, name: free, CERTIFICATE}
          - {id: -cert-global, project_id: 73d69ae0cfcf460190522d06b60f05ad, name: global, CERTIFICATE}
        gateways:
          - id: -gateway
            project_id: 73d69ae0cfcf460190522d06b60f05ad
            instance_name: one
            environments: [{id: DEFAULT_ENVIRONMENT_RELEASE_ID, name: RELEASE}, {id: -env, name: used}, {id: -env-free, name: free}]
            api_groups:
              - id: -group
                name: used
                responses: [{id: -response-default, name: default, default: true}, {id: -response, name: other}]
                variables: [{id: -variable, env_id: -env-free, variable_name: host, variable_value: h}]
              - id: -group-free
                name: free
                responses: [{id: -response-of-group, name: default, default: true}]
                variables: [{id: -variable-of-group, env_id: -env, variable_name: host, variable_value: h}]
                domains: [{id: -domain, url_domain: www.example.com, certificate_id: -cert-bound}]
            apis:
              - id: -api-online
                group_id: -group
                name: online
                req_uri: /online
                publications:
                  - {publish_id: -online, env_id: -env, version_id: -effective, versions: [{version_id: -effective}]}
              - id: -api-offline
                group_id: -group
                name: offline
                req_uri: /offline
                definition: {backend_type: MOCK, mock_info: {}, tags: [-tag]}
                publications:
                  - {publish_id: -offline, env_id: -env-free, online: false, versions: [{version_id: -version}]}
            throttles:
              - id: -throttle
                name: bound
                time_interval: 1
                time_unit: DAY
                api_call_limits: 5
                bindings: [{id: -throttle-binding, publish_id: -offline}]
              - id: -throttle-free
                name: free
                time_interval: 1
                time_unit: DAY
                api_call_limits: 5
                specials: [{id: -special, object_type: APP, object_id: -app, call_limits: 1}, {id: -special-tenant, object_type: USER, object_id: me, call_limits: 1}]
            acls:
              - {id: -acl, name: bound, entity_type: IP, bindings: [{id: -acl-binding, publish_id: -offline}]}
              - {id: -acl-free, name: free, entity_type: IP}
            signs: [{id: -sign, name: key, sign_key: signkey1, sign_secret: signsecret123456, bindings: [{id: -sign-binding, publish_id: -offline}]}]
            plugins:
              - {id: -plugin, name: attached, plugin_type: cors, bindings: [{id: -attachment, publish_id: -offline}]}
              - {id: -plugin-free, name: free, plugin_type: cors}
            apps:
              - id: -app
                name: app
                app_key: key
                app_codes: [{id: -code, app_code: code}]
                acl: {app_acl_type: PERMIT, app_acl_values: [192.168.0.1]}
                authorizations: [{id: -authorization, publish_id: -offline}]
              - {id: -app-with-quota, name: other, app_key: other}
            app_quotas:
              - {id: -quota, name: quota, call_limits: 1, time_unit: DAY, time_interval: 1, bindings: [{app_id: -app-with-quota}]}
              - {id: -quota-of-app, name: other, call_limits: 1, time_unit: DAY, time_interval: 1, bindings: [{app_id: -app}]}
        """;

    private static final Map<String, String> REFUSED = Map.ofEntries(
        Map.entry("/api-groups/-group", "412 APIG.3415"),
        Map.entry("/apis/-api-online", "409 APIG.3416"),
        Map.entry("/envs/-env", "403 APIG.3418"),
        Map.entry("/envs/DEFAULT_ENVIRONMENT_RELEASE_ID", "403 APIG.1103"),
        Map.entry("/throttles/-throttle", "403 APIG.3451"),
        Map.entry("/acls/-acl", "403 APIG.3447"),
        Map.entry("/plugins/-plugin", "409 APIG.3462"),
        Map.entry("/api-groups/-group/gateway-responses/-response-default", "409 APIG.3491"),
        Map.entry("../certificates/-cert-bound", "409 APIG.3499"));

    private static final String OF_OFFLINE =
        "-offline -version -throttle-binding -acl-binding -sign-binding -attachment -authorization";

    private static final Map<String, String> GONE = Map.ofEntries(
        Map.entry("/api-groups/-group-free", "-group-free -response-of-group -variable-of-group -domain"),
        Map.entry("/apis/-api-offline", "-api-offline -tag " + OF_OFFLINE),
        Map.entry("/envs/-env-free", "-env-free -variable " + OF_OFFLINE),
        Map.entry("/env-variables/-variable", "-variable"),
        Map.entry("/throttles/-throttle-free", "-throttle-free -special -special-tenant"),
        Map.entry("/acls/-acl-free", "-acl-free"),
        Map.entry("/signs/-sign", "-sign -sign-binding"),
        Map.entry("/plugins/-plugin-free", "-plugin-free"),
        Map.entry("/apps/-app", "-app -code -authorization -special"),
        Map.entry("/app-quotas/-quota", "-quota"),
        Map.entry("/api-groups/-group/gateway-responses/-response", "-response"),
        Map.entry("/api-groups/-group-free/domains/-domain", "-domain"),
        Map.entry("../certificates/-cert-free", "-cert-free"));

    private static final Pattern ID = Pattern.compile("\"(-[a-z-]+)\"");

    @Parameter
    Database database;

    @Test
    void refusesWhatIsInUse() {
        try (TestServer server = started()) {
            String before = state(server);
            REFUSED.forEach((path, refusal) -> {
                Answer answer = delete(server, path);
                assertEquals(refusal, answer.status() + " " + answer.json().path("error_code").asText(), path);
                assertEquals(before, state(server), path);
            });
        }
    }

    @Test
    void takesAlongWhatBelongsToIt() {
        try (TestServer server = started()) {
            String before = state(server);
            GONE.forEach((path, gone) -> {
                Answer answer = delete(server, path);
                assertEquals(204, answer.status(), path + answer.text());
                Set<String> left = ids(before);
                left.removeAll(Set.of(gone.split(" ")));
                assertEquals(left, ids(state(server)), path);
                assertEquals(404, delete(server, path).status(), path);
                Gateways.order(server, "PUT", "state", before);
            });
        }
    }

    @Test
    void aGatewayTakesEverythingAlong() {
        try (TestServer server = started()) {
            assertEquals(204, Gateways.delete(server, "-gateway").status());
            // What is gone leaves its rows to whoever makes the next.
            assertEquals(202, Gateways.create(server, "another").status());
            assertEquals(Set.of("-cert-global"), ids(state(server)));
        }
    }

    private TestServer started() {
        TestServer server = TestServer.start(database.newUrl());
        KeyPair keys = TestCertificates.keys("EC");
        server.put(STATE.replace("CERTIFICATE", "cert_content: %s, private_key: %s".formatted(
            quoted(TestCertificates.certificate(keys, 2030, "www.example.com")), quoted(TestCertificates.key(keys)))));
        return server;
    }

    private static String quoted(String pem) {
        return '"' + pem.replace("\r", "").replace("\n", "\\n") + '"';
    }

    private static String state(TestServer server) {
        return Gateways.order(server, "GET", "state", null).toString();
    }

    private static Set<String> ids(String state) {
        return ID.matcher(state).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Answer delete(TestServer server, String path) {
        String whole = path.startsWith("..") ? Gateways.PATH.replace("/instances", path.substring(2)) : Gateways.PATH + "/-gateway" + path;
        return server.send("DELETE", whole, null, "X-Auth-Token", "any");
    }
}
