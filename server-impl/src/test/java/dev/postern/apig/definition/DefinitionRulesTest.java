package dev.postern.apig.definition;

import dev.postern.apig.model.ApiCreate;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The rules of definitions, and of what stands in braces and between hashes. */
class DefinitionRulesTest {

    private static final String WEB = """
        {"name": "web", "type": 1, "req_protocol": "HTTPS", "req_method": "GET", "req_uri": "/users/{id}", "auth_type": "APP",
         "backend_type": "HTTP", "group_id": "c1",
         "req_params": [{"name": "id", "type": "STRING", "location": "PATH"}, {"name": "q", "type": "STRING", "location": "QUERY"}],
         "backend_params": [{"name": "b", "origin": "REQUEST", "value": "id", "location": "PATH"}],
         "backend_api": {"req_protocol": "HTTPS", "req_method": "GET", "req_uri": "/{b}", "timeout": 1, "url_domain": "a"},
         "policy_https": [{"name": "policy", "effect_mode": "ALL", "req_protocol": "HTTP", "req_method": "GET", "req_uri": "/",
           "url_domain": "a", "conditions": [{"condition_origin": "system", "sys_param_name": "req_path",
             "condition_type": "exact", "condition_value": "/"}]}]}""";

    @Test
    void takesADefinitionThatFits() {
        assertDoesNotThrow(() -> DefinitionRules.check(Shapes.parse(WEB, ApiCreate.class)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "\"/users/{id}\"; \"/users/{id\"; req_uri",
        "\"/users/{id}\"; \"/users/x{id}\"; req_uri",
        "\"/users/{id}\"; \"/users/{id+}/more\"; req_uri",
        "\"/users/{id}\"; \"/{id}/{id}\"; req_uri",
        "\"/users/{id}\"; \"/users\"; req_params[0].name",
        "\"APP\"; \"AUTHORIZER\"; authorizer_id",
        "\"HTTPS\", \"req_method\": \"GET\", \"req_uri\": \"/users; \"GRPCS\", \"req_method\": \"GET\", \"req_uri\": \"/users; req_method",
        "\"q\", \"type\": \"STRING\", \"location\": \"QUERY\"; \"X-Stage\", \"type\": \"STRING\", \"location\": \"QUERY\"; req_params[1].name",
        "\"q\", \"type\": \"STRING\", \"location\": \"QUERY\"; \"a_b\", \"type\": \"STRING\", \"location\": \"HEADER\"; req_params[1].name",
        "\"q\", \"type\": \"STRING\", \"location\": \"QUERY\"; \"authorization\", \"type\": \"STRING\", \"location\": \"HEADER\"; req_params[1].name",
        "\"backend_type\": \"HTTP\"; \"backend_type\": \"MOCK\"; mock_info",
        "\"backend_type\": \"HTTP\"; \"backend_type\": \"FUNCTION\"; func_info",
        "\"backend_type\": \"HTTP\"; \"backend_type\": \"GRPC\"; backend_type",
        "\"/{b}\"; \"/{b\"; backend_api.req_uri",
        "\"timeout\": 1, \"url_domain\": \"a\"; \"timeout\": 1; backend_api.url_domain",
        "\"timeout\": 1,; \"timeout\": 1, \"vpc_channel_status\": 1,; backend_api.vpc_channel_info",
        "\"b\", \"origin\"; \"x-sdk-a\", \"origin\"; backend_params[0].name",
        "\"REQUEST\", \"value\": \"id\"; \"SYSTEM\", \"value\": \"$context.nothing\"; backend_params[0].value",
        "\"req_path\"; \"req_method\"; -",
        "\"exact\"; \"pattern\"; -",
        "\"system\"; \"param\"; policy_https[0].conditions[0].req_param_name",
        "\"system\"; \"cookie\"; policy_https[0].conditions[0].cookie_param_name",
        "\"system\"; \"frontend_authorizer\"; policy_https[0].conditions[0].frontend_authorizer_param_name",
        "\"system\"; \"source\"; -",
        "\"condition_type\": \"exact\", ; ; policy_https[0].conditions[0].condition_type",
        "\"exact\", \"condition_value\": \"/\"; \"pattern\", \"condition_value\": \"[\"; policy_https[0].conditions[0].condition_value"})
    void namesTheFieldThatDoesNotFit(String present, String instead, String field) {
        assertTrue(WEB.contains(present), present);
        ApiCreate api = Shapes.parse(WEB.replace(present, instead == null ? "" : instead), ApiCreate.class);
        if (field.equals("-")) {
            assertDoesNotThrow(() -> DefinitionRules.check(api));
        } else {
            ApiException refused = assertThrows(ApiException.class, () -> DefinitionRules.check(api));
            assertEquals(ErrorCode.APIG_2011.message(field), refused.body().errorMsg());
        }
    }

    @ParameterizedTest
    @CsvSource({"/a/{b}/c,/a/{}/c", "/a/{b}/{c+},/a/{}/{+}", "/a,/a", "/a/,/a/"})
    void aRouteHasNoNames(String path, String route) {
        assertEquals(route, Definition.route(path));
    }

    @Test
    void putsTheValuesOfVariablesInTheirPlaces() {
        Map<String, String> values = Map.of("host", "example.com", "Path", "/Stage/test", "abc", "1");
        assertEquals("https.example.com:1", VariableNames.replaced("https.#host#:#abc#", values::get));
        assertEquals("/Stage/test", VariableNames.replaced("/#Path#", values::get));
        assertEquals("11", VariableNames.replaced("#abc##abc#", values::get));
        assertEquals("#a#/#port#", VariableNames.replaced("#a#/#port#", values::get));
    }
}
