package dev.postern.apig.feature;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import static java.util.Map.entry;

/**
 * What can be set of a gateway: whether it can be configured, with what, and as what it comes.
 *
 * @param enable whether it is on in a new gateway
 * @param config its configuration there; null for none
 * @param accepts what it can be configured with
 */
record FeatureKind(boolean enable, String config, Predicate<String> accepts) {

    /** Bytes. */
    private static final long MEGABYTE = 1 << 20;
    private static final List<String> CIPHERS = List.of("ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384",
        "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-SHA384",
        "ECDHE-RSA-AES256-SHA384", "ECDHE-ECDSA-AES128-SHA256", "ECDHE-RSA-AES128-SHA256");
    private static final Predicate<JsonNode> TEXT = JsonNode::isTextual;
    private static final Predicate<JsonNode> SWITCH = oneOf("on", "off");

    /** All that there are, by name. */
    static final Map<String, FeatureKind> ALL = new TreeMap<>(Map.ofEntries(
        entry("app_acl", fixed()), entry("app_quota", fixed()), entry("backend_retry_count", fixed()),
        entry("breaker", fixed()), entry("breakerv2", fixed()), entry("content_type_configurable", fixed()),
        entry("cors", fixed()), entry("gateway_responses", fixed()), entry("kafka_log", fixed()),
        entry("multi_auth", fixed()), entry("policy_sys_param", fixed()), entry("rate_limit_algorithm", fixed()),
        entry("rate_limit_plugin", fixed()), entry("route", fixed()), entry("set_resp_headers", fixed()),
        entry("sign_aes", fixed()), entry("sign_basic", fixed()), entry("vpc_backup", fixed()),

        entry("app_api_key", toggle("off")), entry("app_basic", toggle("off")), entry("app_secret", toggle("off")),
        entry("app_route", toggle("off")), entry("policy_cookie_param", toggle("off")),
        entry("vpc_name_modifiable", toggle("on")),

        entry("request_body_size", new FeatureKind(true, "12582912", FeatureKind::isBodySize)),

        entry("app_jwt", json(false, "{\"enable\": \"off\", \"auth_header\": \"Authorization\"}",
            Map.of("enable", SWITCH, "auth_header", TEXT))),
        entry("app_token", json(false, "{\"enable\": \"off\", \"app_token_expire_time\": 3600, "
            + "\"refresh_token_expire_time\": 7200, \"app_token_uri\": \"/v1/apigw/oauth2/token\"}",
            Map.of("enable", SWITCH, "app_token_expire_time", whole(1, 72_000),
                "refresh_token_expire_time", whole(1, 72_000), "app_token_uri", TEXT, "app_token_key", TEXT))),
        entry("backend_client_certificate", json(false, "{\"enable\": \"off\"}",
            Map.of("enable", SWITCH, "ca", TEXT, "content", TEXT, "key", TEXT))),
        entry("backend_timeout", json(true, "{\"max_timeout\": 60000}", Map.of("max_timeout", whole(1, 600_000)))),
        entry("backend_token_allow", json(false, null, Map.of("backend_token_allow_users", listOf(TEXT)))),
        entry("custom_log", json(false, null,
            Map.of("custom_logs", listOf(FeatureKind::isCustomLog).and(list -> list.size() <= 10)))),
        entry("default_group_host_trustlist", json(false, null, Map.of("enable", SWITCH, "hosts", listOf(TEXT)))),
        entry("lts", json(false, null,
            Map.of("group_id", TEXT, "topic_id", TEXT, "log_group", TEXT, "log_stream", TEXT))),
        entry("public_key", json(false,
            "{\"enable\": \"off\", \"public_key_uri_prefix\": \"/apigw/authadv/v2/public-key/\"}",
            Map.of("enable", SWITCH, "public_key_uri_prefix", TEXT))),
        entry("ratelimit", json(true, "{\"api_limits\": 200}", Map.of("api_limits", whole(1, 1_000_000)))),
        entry("real_ip_from_xff", json(false, "{\"enable\": \"off\", \"xff_index\": -1}",
            Map.of("enable", SWITCH, "xff_index", whole(Integer.MIN_VALUE, Integer.MAX_VALUE)))),
        entry("real_ip_header_getter", json(false, "{\"enable\": \"off\"}",
            Map.of("enable", SWITCH, "header_getter", TEXT))),
        entry("ssl_ciphers", json(true, "{\"ssl_ciphers\": [\"" + String.join("\", \"", CIPHERS) + "\"]}",
            Map.of("ssl_ciphers", listOf(oneOf(CIPHERS.toArray(String[]::new))).and(list -> !list.isEmpty())))),
        entry("throttle_strategy", json(false, "{\"enable\": \"off\"}",
            Map.of("enable", SWITCH, "strategy", oneOf("cluster", "local"))))));

    /** One that every gateway has and nothing configures. */
    private static FeatureKind fixed() {
        return new FeatureKind(true, null, config -> false);
    }

    /** Whether a configuration leaves it on: many have a switch of their own. */
    static boolean isOn(String config) {
        JsonNode tree = config == null ? null : Json.read(config);
        return tree == null ? !"off".equals(config) : !"off".equals(tree.path("enable").textValue());
    }

    private static FeatureKind toggle(String preset) {
        return new FeatureKind(preset.equals("on"), preset, Set.of("on", "off")::contains);
    }

    private static FeatureKind json(boolean enable, String preset, Map<String, Predicate<JsonNode>> fields) {
        return new FeatureKind(enable, preset, config -> {
            JsonNode tree = Json.read(config);
            return tree != null && matches(tree, fields);
        });
    }

    private static boolean matches(JsonNode tree, Map<String, Predicate<JsonNode>> fields) {
        return tree.isObject() && tree.properties().stream().allMatch(field ->
            fields.containsKey(field.getKey()) && fields.get(field.getKey()).test(field.getValue()));
    }

    private static Predicate<JsonNode> whole(long least, long most) {
        return value -> value.isIntegralNumber() && value.canConvertToLong()
            && value.longValue() >= least && value.longValue() <= most;
    }

    private static Predicate<JsonNode> oneOf(String... words) {
        Set<String> known = Set.of(words);
        return value -> value.isTextual() && known.contains(value.textValue());
    }

    private static Predicate<JsonNode> listOf(Predicate<JsonNode> item) {
        return value -> {
            if (!value.isArray()) {
                return false;
            }
            for (JsonNode element : value) {
                if (!item.test(element)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static boolean isCustomLog(JsonNode value) {
        return matches(value, Map.of("location", oneOf("header", "query", "cookie"), "name", TEXT));
    }

    private static boolean isBodySize(String config) {
        return config.matches("[0-9]{1,10}") && Long.parseLong(config) >= MEGABYTE
            && Long.parseLong(config) <= 9536 * MEGABYTE;
    }
}
