package dev.postern.conformance.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.Expectation;
import dev.postern.conformance.cases.Generated;
import dev.postern.conformance.description.Example;
import dev.postern.conformance.description.Operation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an operation refuses a bad value, in the dialect that it speaks. */
final class Refusal {

    private static final String FIXED_BY_NOTHING = "(?s).+";

    private Refusal() {}

    /**
     * @param violation the code that the description gives to bad values of the place, or null
     * @param name what errors call the place, as sent
     */
    static Expectation of(Constraint constraint, String violation, String name) {
        Operation operation = constraint.operation();
        // Without a value there is no bad value: what is missing is reported like anything else that is.
        boolean ofTheValue = !constraint.keyword().equals("required") || !constraint.inBody();
        if (violation != null && ofTheValue) {
            Example example = example(operation, violation, name);
            return expect(example.status(), naming(name, example.value()), List.of());
        }
        // No body at all is no JSON either.
        boolean json = constraint.keyword().equals("json") || constraint.inBody() && constraint.pointer().isEmpty()
                && constraint.keyword().equals("required");
        return switch (operation.dialect()) {
            case "APIC" -> error(400, "APIC.7211",
                    "Parameter value does not match the rules, parameter name[" + camelCase(name) + "]");
            case "APIG" -> json
                    ? open("APIG.2000", "Parameter error: Serialization error: " + FIXED_BY_NOTHING)
                    : error(400, constraint.inBody() ? "APIG.2011" : "APIG.2012",
                            "Invalid parameter value,parameterName:" + name
                                    + ". Please refer to the support documentation");
            case "SECMASTER" -> json ? open("SecMaster.0400", FIXED_BY_NOTHING) : error(400, "SecMaster.0400", "Invalid parameter value, parameterName:" + name);
            case "IAM" -> iam(json ? "Request body is invalid." : "Request parameter " + name + " is invalid.");
            case "IAM_OS" -> error(400, "IAM.0007", "Request parameter " + name + " is invalid.");
            // What a parameter has wrong is not said.
            case "POSTERN" -> !constraint.inBody() ? error(400, "POSTERN.0400", name)
                    : open("POSTERN.0400", (json ? "" : Pattern.quote(name + ": ")) + FIXED_BY_NOTHING);
            default -> throw new IllegalArgumentException(
                    operation + " has no x-postern-dialect that the kit knows: " + operation.dialect());
        };
    }

    /** The documented answer with the code; a suffix after the code tells answers of one code apart by the name. */
    private static Example example(Operation operation, String violation, String name) {
        String code = violation.replaceAll("_[A-Z]+$", "");
        boolean byName = !code.equals(violation);
        return operation.examples().values().stream()
                .filter(example -> example.status() >= 400)
                .filter(example -> example.value().path("error_code").asText().equals(code))
                .filter(example -> !byName || example.value().path("error_msg").asText().contains(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(operation + " documents no answer with " + violation));
    }

    /** The same answer where it names another place. */
    private static JsonNode naming(String name, JsonNode error) {
        ObjectNode named = error.deepCopy();
        return named.put("error_msg", error.path("error_msg").asText()
                .replaceFirst("(?<=parameterName:)\\w+", Matcher.quoteReplacement(name)));
    }

    private static Expectation error(int status, String code, String message) {
        ObjectNode body = Json.object().put("error_code", code).put("error_msg", message);
        return expect(status, body, List.of());
    }

    /** IAM says the status again, and no code. */
    private static Expectation iam(String message) {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", 400).put("message", message).put("title", "Bad Request");
        return expect(400, body, List.of());
    }

    /** An error of which only the form of the message is known. */
    private static Expectation open(String code, String message) {
        ObjectNode body = Json.object().put("error_code", code).putNull("error_msg");
        return expect(400, body, List.of(new Generated("/error_msg", null, message, null, null, null)));
    }

    private static Expectation expect(int status, JsonNode body, List<Generated> generated) {
        return new Expectation(status, null, body, null, generated, null, null, null, null, null, true, null);
    }

    static String camelCase(String name) {
        return Pattern.compile("_([a-z0-9])").matcher(name).replaceAll(m -> m.group(1).toUpperCase(java.util.Locale.ROOT));
    }
}
