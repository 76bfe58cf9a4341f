package dev.postern.error;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The codes against the vendor's catalogue. */
class ErrorCodeTest {

    /** Statuses that the catalogue has otherwise or not at all, with the reason. */
    private static final Map<ErrorCode, String> OTHERWISE = Map.ofEntries(
        Map.entry(ErrorCode.APIG_1005, "the examples say 403, the catalogue 401"),
        Map.entry(ErrorCode.APIG_3068, "only in examples"),
        Map.entry(ErrorCode.APIG_3326, "only in examples"),
        Map.entry(ErrorCode.APIG_3462, "only in examples"),
        Map.entry(ErrorCode.APIG_3415, "the example says 412, the catalogue 403"),
        Map.entry(ErrorCode.APIG_3416, "the example says 409, the catalogue 403"),
        Map.entry(ErrorCode.APIG_3325_CERTIFICATE, "only in examples"),
        Map.entry(ErrorCode.APIG_3474, "the examples say 400, the catalogue 403"),
        Map.entry(ErrorCode.APIG_3499, "Postern's own"),
        Map.entry(ErrorCode.APIG_3093_QUOTA, "only in examples"),
        Map.entry(ErrorCode.APIG_3093_QUOTA_BINDING, "only in examples"),
        Map.entry(ErrorCode.APIG_3325, "only in examples"),
        Map.entry(ErrorCode.APIG_3548, "only in examples"),
        Map.entry(ErrorCode.APIG_0101_METHOD, "Postern's status for a method that a path does not take"),
        Map.entry(ErrorCode.APIG_0101_UNSERVED, "Postern's status for what it does not serve"),
        Map.entry(ErrorCode.APIG_0201_ACCEPT, "Postern's status for what cannot be answered"),
        Map.entry(ErrorCode.APIG_0201_TYPE, "Postern's status for a body that is not JSON"));

    @ParameterizedTest
    @EnumSource(names = "API[CG]_.*", mode = EnumSource.Mode.MATCH_ALL)
    void agreesWithTheCatalogue(ErrorCode code) throws IOException {
        boolean listed = catalogue().contains(code.code() + "," + code.status().getCode());
        assertEquals(!OTHERWISE.containsKey(code), listed, code + " " + code.status().getCode());
    }

    @ParameterizedTest
    @EnumSource
    void isNamedAfterItsCode(ErrorCode code) {
        assertTrue(code.name().startsWith(code.code().replace('.', '_').toUpperCase(java.util.Locale.ROOT)), code.name());
    }

    @ParameterizedTest
    @EnumSource
    void fillsItsMessage(ErrorCode code) {
        String message = code.takesArguments() ? code.message("it") : code.message();
        assertTrue(!message.contains("%"), message);
    }

    private static Set<String> catalogue() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ErrorCodeTest.class.getResourceAsStream("/error-codes.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
        }
    }
}
