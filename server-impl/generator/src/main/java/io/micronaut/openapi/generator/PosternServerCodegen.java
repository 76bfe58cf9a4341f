package io.micronaut.openapi.generator;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.servers.Server;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.utils.ModelUtils;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Micronaut's server generator, handing the extensions of Postern's description to the generated interfaces.
 *
 * <p>It stands in the generator's own package because its codegen has a package-private constructor.
 */
public class PosternServerCodegen extends JavaMicronautServerCodegen {

    private static final String OPERATION = "@dev.postern.http.Operation";

    @Override
    public String getName() {
        return "postern-server";
    }

    /** Adds what the template prints above each method: identity, family, dialect, action, violations, success status. */
    @Override
    public CodegenOperation fromOperation(String path, String httpMethod, Operation operation, List<Server> servers) {
        CodegenOperation op = super.fromOperation(path, httpMethod, operation, servers);
        List<String> annotations = new ArrayList<>();
        annotations.add(OPERATION + "(id = \"" + operation.getOperationId() + "\", family = \""
            + operation.getTags().get(0).toLowerCase(java.util.Locale.ROOT) + "\", dialect = dev.postern.error.Dialect."
            + operation.getExtensions().get("x-postern-dialect") + action(operation)
            + (operation.getSecurity() != null && operation.getSecurity().isEmpty() ? ", secured = false" : "")
            + violations(operation) + ")");
        annotations.add("@io.micronaut.http.annotation.Status(io.micronaut.http.HttpStatus." + successStatus(operation) + ")");
        op.vendorExtensions.put("x-operation-extra-annotation", annotations);
        return op;
    }

    /**
     * Enums in paths and queries become strings with a pattern: converting to an enum would let constant names
     * through and throw on every absent value; a violated pattern names the parameter.
     */
    @Override
    public CodegenParameter fromParameter(Parameter parameter, Set<String> imports) {
        Schema<?> schema = ModelUtils.getReferencedSchema(openAPI, parameter.getSchema());
        if (schema != null && schema.getEnum() != null && schema instanceof StringSchema) {
            Object preset = schema.getDefault();
            StringSchema text = new StringSchema();
            text.setPattern(schema.getEnum().stream().map(String::valueOf).map(Pattern::quote)
                .map(quoted -> quoted.replace("\\Q", "").replace("\\E", ""))
                .collect(Collectors.joining("|", "^(", ")$")));
            text.setDefault((String) preset);
            parameter.setSchema(text);
        }
        CodegenParameter result = super.fromParameter(parameter, imports);
        Object clamp = extension(parameter.getExtensions(), "x-postern-clamp");
        if (clamp instanceof Map<?, ?> limits) {
            result.vendorExtensions.put("posternClamp", clamp(schema, limits));
        }
        return result;
    }

    /**
     * Spells the default of a property whose type is a named enum with a description of its own ({@code allOf} around
     * the reference): upstream prints the bare value, which does not compile.
     */
    @Override
    public CodegenProperty fromProperty(String name, Schema p, boolean required, boolean inAdditionalProperties) {
        CodegenProperty property = super.fromProperty(name, p, required, inAdditionalProperties);
        if (p != null && p.getDefault() != null && p.getAllOf() != null && p.getAllOf().size() == 1) {
            Schema<?> target = ModelUtils.getReferencedSchema(openAPI, (Schema<?>) p.getAllOf().get(0));
            if (target != null && target.getEnum() != null) {
                String literal = target instanceof StringSchema ? "\"" + p.getDefault() + "\"" : p.getDefault().toString();
                property.vendorExtensions.put("defaultValueInit", property.dataType + ".fromValue(" + literal + ")");
                property.vendorExtensions.put("defaultValueIsNotNull", true);
            }
        }
        return property;
    }

    private static String clamp(Schema<?> schema, Map<?, ?> limits) {
        List<String> parts = new ArrayList<>();
        parts.add("otherwise = " + schema.getDefault() + "L");
        parts.add("minimum = " + schema.getMinimum() + "L");
        parts.add("below = " + limits.get("below") + "L");
        if (schema.getMaximum() != null) {
            parts.add("maximum = " + schema.getMaximum() + "L");
            parts.add("above = " + limits.get("above") + "L");
        }
        return String.join(", ", parts);
    }

    private String violations(Operation operation) {
        Map<String, String> codes = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        if (operation.getParameters() != null) {
            for (Parameter reference : operation.getParameters()) {
                Parameter parameter = ModelUtils.getReferencedParameter(openAPI, reference);
                put(codes, parameter.getName(), extension(parameter.getExtensions(), "x-postern-violation"));
                put(names, parameter.getName(), extension(parameter.getExtensions(), "x-postern-reported-as"));
            }
        }
        if (operation.getRequestBody() != null) {
            Schema<?> body = ModelUtils.getReferencedSchema(openAPI, ModelUtils.getSchemaFromRequestBody(
                ModelUtils.getReferencedRequestBody(openAPI, operation.getRequestBody())));
            if (body != null && body.getProperties() != null) {
                body.getProperties().forEach((name, property) ->
                    put(codes, name, extension(property.getExtensions(), "x-postern-violation")));
            }
        }
        List<String> violations = new ArrayList<>();
        Set<String> concerned = new java.util.LinkedHashSet<>(codes.keySet());
        concerned.addAll(names.keySet());
        for (String name : concerned) {
            violations.add("@dev.postern.http.Violation(of = \"" + name + "\""
                + (codes.containsKey(name) ? ", code = dev.postern.error.ErrorCode." + constant(codes.get(name)) : "")
                + (names.containsKey(name) ? ", reportedAs = \"" + names.get(name) + "\"" : "") + ")");
        }
        return violations.isEmpty() ? "" : ", violations = {" + String.join(", ", violations) + "}";
    }

    private static String action(Operation operation) {
        Object action = extension(operation.getExtensions(), "x-postern-action");
        return action == null ? "" : ", action = \"" + action + "\"";
    }

    private static void put(Map<String, String> map, String name, Object value) {
        if (value != null) {
            map.put(name, value.toString());
        }
    }

    private static Object extension(Map<String, Object> extensions, String name) {
        return extensions == null ? null : extensions.get(name);
    }

    /** {@code APIC.7301} is the constant {@code APIC_7301}. */
    private static String constant(String code) {
        return code.replace('.', '_');
    }

    private static String successStatus(Operation operation) {
        return operation.getResponses().keySet().stream()
            .filter(status -> status.startsWith("2"))
            .map(status -> switch (status) {
                case "200" -> "OK";
                case "201" -> "CREATED";
                case "202" -> "ACCEPTED";
                case "204" -> "NO_CONTENT";
                default -> throw new IllegalArgumentException(
                    operation.getOperationId() + ": no constant is known for the success status " + status);
            })
            .reduce((first, second) -> {
                throw new IllegalArgumentException(operation.getOperationId() + " has more than one success status");
            })
            .orElseThrow(() -> new IllegalArgumentException(operation.getOperationId() + " has no success status"));
    }
}
