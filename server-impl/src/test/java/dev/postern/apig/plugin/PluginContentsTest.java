package dev.postern.apig.plugin;

import dev.postern.apig.model.PluginType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What plug-ins can be set to. The kit shows that the vendor's own contents are. */
class PluginContentsTest {

    private static final String CORS = "{\"allow_origin\": \"*\", \"allow_methods\": \"GET\"}";

    @ParameterizedTest
    @EnumSource
    void everyTypeHasAModel(PluginType type) {
        assertFalse(PluginContents.fits(type, "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "null", "[]", "1", "\"text\"", CORS + "x", "{\"allow_origin\": ", "\\", "\\\"{}"})
    void noObject(String content) {
        assertFalse(PluginContents.fits(PluginType.CORS, content));
    }

    @Test
    void escapedOnceTooOften() {
        String once = CORS.replace("\"", "\\\"");
        assertTrue(PluginContents.fits(PluginType.CORS, once));
        assertFalse(PluginContents.fits(PluginType.CORS, once.replace("\\", "\\\\\\")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'allow_origin': '*', 'allow_methods': 'GET, HEAD'} | true",
        "{'allow_origin': '*', 'allow_methods': 'GET', 'more': {}} | true",
        "{'allow_origin': '*', 'allow_methods': 'GET', 'allow_methods': 'GET'} | false",
        "{'allow_origin': '', 'allow_methods': 'GET'} | false",
        "{'allow_origin': '*', 'allow_methods': 'FETCH'} | false",
        "{'allow_origin': '*', 'allow_methods': 'GET', 'max_age': 0} | true",
        "{'allow_origin': '*', 'allow_methods': 'GET', 'max_age': -1} | false",
        "{'allow_origin': '*', 'allow_methods': 'GET', 'max_age': 1.5} | false",
        "{'allow_origin': '*', 'allow_methods': 'GET', 'max_age': 99999999999999999999} | false",
        "{'allow_origin': '*', 'allow_methods': 'GET', 'allow_credentials': 'true'} | false"})
    void cors(String content, boolean fits) {
        assertFits(PluginType.CORS, content, fits);
    }

    @Test
    void asManyMethodsAsAContentHolds() {
        assertFits(PluginType.CORS, "{'allow_origin': '*', 'allow_methods': 'GET" + ",GET".repeat(16000) + "'}", true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "[{'name': 'x-a', 'action': 'delete'}, {'name': 'x-b', 'action': 'delete', 'value': ''}] | true",
        "[] | false",
        "null | false",
        "['x-a'] | false",
        "[{'name': 'x-a', 'action': 'add'}] | false",
        "[{'name': 'x-a', 'action': 'add', 'value': ''}] | false",
        "[{'name': 'x-a', 'action': 'keep', 'value': 'a'}] | false",
        "[{'name': 'X-Apig-a', 'action': 'delete'}] | false",
        "[{'name': 'X-Request-Id', 'action': 'delete'}] | false",
        "[{'name': 'X-Request-Ids', 'action': 'delete'}] | true",
        "[{'name': 'x-a', 'action': 'delete'}, {'name': 'X-A', 'action': 'delete'}] | false"})
    void responseHeaders(String headers, boolean fits) {
        assertFits(PluginType.SET_RESP_HEADERS, "{'response_headers': " + headers + "}", fits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'ip_limit': 10 | true",
        "'ip_limit': 11 | false",
        "'specials': null | true",
        "'specials': [{'type': 'app', 'policies': [{'key': 'a', 'limit': 10}]}] | true",
        "'specials': [{'type': 'app', 'policies': [{'key': 'a', 'limit': 11}]}] | false",
        "'specials': [{'type': 'app', 'policies': []}, {'type': 'app', 'policies': []}] | false",
        "'parameters': [{'type': 'header', 'name': 'Host', 'value': 'Host'}] | true",
        "'parameters': [{'type': 'cookie', 'name': 'Host', 'value': 'Host'}] | false"})
    void throttling(String more, boolean fits) {
        assertFits(PluginType.RATE_LIMIT,
            "{'scope': 'basic', 'default_interval': 1, 'default_time_unit': 'day', 'api_limit': 10, " + more + "}", fits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'PLAINTEXT' | true",
        "'SASL_PLAINTEXT' | false",
        "'SASL_PLAINTEXT', 'sasl_username': 'a', 'sasl_password': '' | false",
        "'SASL_PLAINTEXT', 'sasl_username': 'a', 'sasl_password': 'b' | true",
        "'SASL_SSL', 'sasl_username': 'a', 'sasl_password': 'b' | false",
        "'SASL_SSL', 'sasl_username': 'a', 'sasl_password': 'b', 'ssl_ca_content': 'c' | true"})
    void kafka(String security, boolean fits) {
        String content = "{'broker_list': ['h:1'], 'topic': 't', 'sasl_config': {'security_protocol': " + security
            + "}, 'meta_config': {'system': {'host': %s}, 'call_data': {}}}";
        assertFits(PluginType.KAFKA_LOG, content.formatted("true"), fits);
        assertFits(PluginType.KAFKA_LOG, content.formatted("1"), false);
    }

    private static void assertFits(PluginType type, String content, boolean fits) {
        assertEquals(fits, PluginContents.fits(type, content.replace('\'', '"')), content);
    }
}
