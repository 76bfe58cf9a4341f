package dev.postern.apig.feature;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FeatureKindTest {

    @Test
    void thereAreAsManyAsTheVendorLists() {
        assertEquals(39, FeatureKind.ALL.size());
        assertEquals(18, FeatureKind.ALL.values().stream().filter(kind -> kind.config() == null && kind.enable()).count());
    }

    @Test
    void comeAsTheyCanBeConfigured() {
        FeatureKind.ALL.forEach((name, kind) ->
            assertTrue(kind.config() == null || kind.accepts(kind.config()), name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        app_basic            | on                                                  | true
        app_basic            | ON                                                  | false
        app_basic            | true                                                | false
        app_basic            | ``                                                  | false
        route                | on                                                  | false
        request_body_size    | 1048576                                             | true
        request_body_size    | 1048575                                             | false
        request_body_size    | 9999220736                                          | true
        request_body_size    | 9999220737                                          | false
        request_body_size    | 12MB                                                | false
        request_body_size    | -1048576                                            | false
        ratelimit            | {"api_limits": 1}                                   | true
        ratelimit            | {"api_limits": 0}                                   | false
        ratelimit            | {"api_limits": 1000000}                             | true
        ratelimit            | {"api_limits": 1000001}                             | false
        ratelimit            | {"api_limits": "200"}                               | false
        ratelimit            | {"api_limits": 1.5}                                 | false
        ratelimit            | {"api_limits": 99999999999999999999}                | false
        ratelimit            | {"api_limit": 200}                                  | false
        ratelimit            | {}                                                  | true
        ratelimit            | 200                                                 | false
        ratelimit            | [1]                                                 | false
        ratelimit            | null                                                | false
        ratelimit            | {"api_limits": 1} {}                                | false
        ratelimit            | {"api_limits": 1, "api_limits": 2}                  | false
        ratelimit            | on                                                  | false
        backend_timeout      | {"max_timeout": 600000}                             | true
        backend_timeout      | {"max_timeout": 600001}                             | false
        app_token            | {"enable": "on", "refresh_token_expire_time": 72000} | true
        app_token            | {"enable": "on", "app_token_expire_time": 72001}    | false
        app_token            | {"enable": true}                                    | false
        real_ip_from_xff     | {"enable": "on", "xff_index": -2147483648}          | true
        real_ip_from_xff     | {"enable": "on", "xff_index": 2147483648}           | false
        ssl_ciphers          | {"ssl_ciphers": ["ECDHE-RSA-AES128-SHA256"]}        | true
        ssl_ciphers          | {"ssl_ciphers": []}                                 | false
        ssl_ciphers          | {"ssl_ciphers": ["RC4"]}                            | false
        throttle_strategy    | {"enable": "on", "strategy": "cluster"}             | true
        throttle_strategy    | {"enable": "on", "strategy": "global"}              | false
        custom_log           | {"custom_logs": [{"location": "cookie", "name": "a"}]} | true
        custom_log           | {"custom_logs": [{"location": "body", "name": "a"}]} | false
        custom_log           | {"custom_logs": [1]}                                | false
        custom_log           | {"custom_logs": {}}                                 | false
        custom_log           | {"custom_logs": [{},{},{},{},{},{},{},{},{},{}]}    | true
        custom_log           | {"custom_logs": [{},{},{},{},{},{},{},{},{},{},{}]} | false
        default_group_host_trustlist | {"hosts": ["1.2.3.4"]}                      | true
        default_group_host_trustlist | {"hosts": [4]}                              | false
        """)
    void acceptsWhatTheFeatureCanHave(String feature, String config, boolean accepted) {
        assertEquals(accepted, FeatureKind.ALL.get(feature).accepts(config));
    }
}
