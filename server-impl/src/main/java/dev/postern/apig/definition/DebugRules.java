package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.apig.model.ApiDebugInfo;
import dev.postern.apig.model.DebugMode;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a debugging call may hold. */
final class DebugRules {

    /** How much a call or its answer may hold. */
    static final int MOST = 2_097_152;

    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9.-]{0,31}");
    private static final Pattern QUERY = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,31}");
    private static final Pattern LINE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\x{10ffff}]*");
    private static final Set<String> FOR_DEVELOPERS = Set.of("x-auth-token", "authorization");

    private DebugRules() {
    }

    /** Refuses with 400 APIG.2030 what cannot be sent. */
    static void check(ApiDebugInfo call) {
        boolean consumer = call.getMode() == DebugMode.CONSUMER;
        orNone(call.getHeader()).forEach((name, values) -> require(free(name, HEADER)
            && !(consumer && FOR_DEVELOPERS.contains(name.toLowerCase(Locale.ROOT)))
            && values.stream().allMatch(value -> LINE.matcher(value).matches())));
        orNone(call.getQuery()).forEach((name, values) -> require(free(name, QUERY)));
        decoded(call.getPath());
        DefinitionRules.field(call.getBody() == null
            || call.getBody().getBytes(StandardCharsets.UTF_8).length <= MOST, "body", "it is over " + MOST + " bytes");
    }

    /** Refuses what a definition of the state may lack and a call needs. */
    static void requireTexts(JsonNode facts, String... fields) {
        for (String field : fields) {
            require(facts.path(field).isTextual());
        }
    }

    /** A path without its percent-encoding. */
    static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiException(ErrorCode.APIG_2030);
        }
    }

    static void require(boolean kept) {
        if (!kept) {
            throw new ApiException(ErrorCode.APIG_2030);
        }
    }

    static Map<String, List<String>> orNone(Map<String, List<String>> values) {
        return values == null ? Map.of() : values;
    }

    private static boolean free(String name, Pattern form) {
        String lower = name.toLowerCase(Locale.ROOT);
        return form.matcher(name).matches() && !lower.equals("x-stage") && !lower.startsWith("x-apig-")
            && !lower.startsWith("x-sdk-");
    }
}
