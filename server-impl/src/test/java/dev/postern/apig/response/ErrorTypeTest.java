package dev.postern.apig.response;

import dev.postern.apig.model.ResponseInfo;
import dev.postern.apig.model.ResponseInfoHeader;
import dev.postern.control.model.GatewayErrorType;
import dev.postern.error.ApiException;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What types of error are by default, and what makes them something else. */
class ErrorTypeTest {

    @Test
    void thereAreAsManyTypesAsTheDescriptionsName() {
        TreeSet<String> types = new TreeSet<>(Arrays.stream(ErrorType.values()).map(Enum::name).toList());
        assertEquals(types, new TreeSet<>(Arrays.stream(GatewayErrorType.values()).map(GatewayErrorType::getValue).toList()));
    }

    @Test
    void aTypeIsUntouchedAsLongAsItHasWhatItHasByDefault() {
        for (ErrorType type : ErrorType.values()) {
            ResponseInfo same = new ResponseInfo().status(type.shown(null).getStatus()).body(type.shown(null).getBody())
                .headers(List.of());
            for (ResponseInfo own : new ResponseInfo[] {null, new ResponseInfo(), same}) {
                assertEquals(type.shown(null), type.shown(own), type.name());
                assertTrue(type.shown(own).get_default(), type.name());
            }
            for (ResponseInfo own : List.of(new ResponseInfo().status(299), new ResponseInfo().body(""),
                    new ResponseInfo().addHeadersItem(new ResponseInfoHeader().key("a").value("b")))) {
                assertFalse(type.shown(own).get_default(), type.name());
            }
        }
    }

    @Test
    void whatIsUntouchedIsNotKept() {
        assertEquals(List.of(Map.of("type", "THROTTLED", "status", 503)), ErrorTypes.given(Map.of(
            "THROTTLED", new ResponseInfo().status(503), "ACCESS_DENIED", new ResponseInfo().status(403))));
    }

    @Test
    void aStatusOrAValueThatIsNotTakenIsNamed() {
        ResponseInfoHeader good = new ResponseInfoHeader().key("a").value("[b] ] [");
        assertDoesNotThrow(() -> ErrorType.check("", new ResponseInfo().status(445).addHeadersItem(good)));
        for (String value : List.of("[[", "a]]b")) {
            assertNames("headers[1].value", new ResponseInfo()
                .headers(List.of(good, new ResponseInfoHeader().key("a").value(value))));
        }
        assertNames("status", new ResponseInfo().status(444));
    }

    private static void assertNames(String field, ResponseInfo own) {
        String message = assertThrows(ApiException.class, () -> ErrorType.check("", own)).getMessage();
        assertTrue(message.contains("parameterName:" + field + "."), message);
    }
}
