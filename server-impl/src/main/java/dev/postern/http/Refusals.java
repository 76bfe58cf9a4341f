package dev.postern.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import jakarta.validation.ConstraintViolation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operation that a request was routed to, and how its bad input is refused. */
final class Refusals {

    private static final Pattern DUPLICATE = Pattern.compile("^Duplicate field '(.+)'");

    private final AnnotationMetadata metadata;
    private final Argument<?>[] arguments;
    private final Map<String, Object> variables;
    private final Dialect dialect;

    private Refusals(MethodBasedRouteMatch<?, ?> route) {
        metadata = route.getAnnotationMetadata();
        arguments = route.getArguments();
        variables = route.getVariableValues();
        dialect = metadata.enumValue(Operation.class, "dialect", Dialect.class).orElseThrow();
    }

    /** The operation of a request; empty where no operation of the description was found for it. */
    static Optional<Refusals> of(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
            .filter(route -> route.getAnnotationMetadata().hasAnnotation(Operation.class))
            .map(route -> new Refusals((MethodBasedRouteMatch<?, ?>) route));
    }

    Dialect dialect() {
        return dialect;
    }

    String family() {
        return metadata.stringValue(Operation.class, "family").orElseThrow();
    }

    /** {@code x-postern-action}, or empty. */
    String action() {
        return metadata.stringValue(Operation.class, "action").orElse("");
    }

    /** Whether the operation is for those who say who they are; else it is how to become one of them. */
    boolean isSecured() {
        return metadata.booleanValue(Operation.class, "secured").orElse(true);
    }

    boolean takesBody() {
        return Arrays.stream(arguments).anyMatch(argument -> argument.isAnnotationPresent(Body.class));
    }

    String operationId() {
        return metadata.stringValue(Operation.class, "id").orElseThrow();
    }

    /** Refuses for the first violation, in the order in which the operation names its input. */
    ApiException refuse(Collection<ConstraintViolation<?>> violations) {
        return violations.stream()
            .map(violation -> ViolatedInput.of(violation, arguments))
            .min(Comparator.naturalOrder())
            .map(input -> input.inBody()
                ? refuseField(input.name(), input.missing(), input.reason()) : refuseParameter(input.name()))
            .orElseGet(dialect::internal);
    }

    /** What the request has by a name, in its path or else in its body; empty where it has no such thing. */
    String input(HttpRequest<?> request, String name) {
        return Optional.ofNullable(variables.get(name)).map(Object::toString)
            .orElseGet(() -> request.getBody().map(body -> Shapes.tree(body).path(name).asText("")).orElse(""));
    }

    /** Everything that is violated, in the same order. */
    List<Finding> findings(Collection<ConstraintViolation<?>> violations) {
        return violations.stream().map(violation -> ViolatedInput.of(violation, arguments)).sorted()
            .map(input -> new Finding(input.name(), input.reason())).toList();
    }

    /** What the description does not allow although it is not refused: unknown parameters, corrected values. */
    List<Finding> passedOver(HttpRequest<?> request) {
        List<Finding> findings = new ArrayList<>();
        for (String name : request.getParameters().names()) {
            Optional<Argument<?>> argument = Arrays.stream(arguments)
                .filter(known -> known.isAnnotationPresent(QueryValue.class) || known.isAnnotationPresent(Clamp.class))
                .filter(known -> queryName(known).equals(name)).findFirst();
            if (argument.isEmpty()) {
                findings.add(new Finding(name, "there is no such parameter"));
                continue;
            }
            String value = request.getParameters().get(name);
            AnnotationValue<Clamp> clamp = argument.get().getAnnotationMetadata().getAnnotation(Clamp.class);
            if (clamp != null && !String.valueOf(ClampBinder.clamp(value, clamp)).equals(value)) {
                findings.add(new Finding(name, "corrected to " + ClampBinder.clamp(value, clamp)));
            }
        }
        return findings;
    }

    private static String queryName(Argument<?> argument) {
        return argument.getAnnotationMetadata().stringValue(Clamp.class).orElseGet(() -> nameOf(argument));
    }

    /**
     * Refuses the first query parameter with the character 0 in it, which no database keeps, or with nothing where a number
     * is wanted, which the library takes for one that is not there.
     */
    Optional<ApiException> refuseQuery(HttpRequest<?> request) {
        return Arrays.stream(arguments)
            .filter(argument -> argument.isAnnotationPresent(QueryValue.class))
            .filter(argument -> request.getParameters().getAll(nameOf(argument)).stream().anyMatch(value ->
                value.indexOf(0) >= 0 || value.isEmpty() && Number.class.isAssignableFrom(argument.getType())))
            .findFirst()
            .map(argument -> refuseParameter(nameOf(argument)));
    }

    /** Refuses an argument that is missing or of the wrong type. */
    ApiException refuse(Argument<?> argument) {
        return argument.isAnnotationPresent(Body.class)
            ? dialect.unreadableBody("unexpected end of JSON input")
            : refuseParameter(nameOf(argument));
    }

    /** A parameter as it is sent. */
    static String nameOf(Argument<?> argument) {
        return argument.getAnnotationMetadata().stringValue(Bindable.class).orElse(argument.getName());
    }

    /** Refuses a body that is no JSON, or JSON of another shape. */
    ApiException refuse(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String reason = e instanceof UnrecognizedPropertyException ? "there is no such field" : plain(e);
            return refuseField(path(mapping), e instanceof InvalidNullException, reason);
        }
        Matcher duplicate = DUPLICATE.matcher(String.valueOf(e.getOriginalMessage()));
        if (duplicate.find()) {
            return refuseField(duplicate.group(1), false, "the field is there twice");
        }
        return dialect.unreadableBody(e.getOriginalMessage().startsWith("No content")
            ? "unexpected end of JSON input" : plain(e));
    }

    /** A code of its own is for a bad value; a field that is missing has none. */
    private ApiException refuseField(String name, boolean missing, String reason) {
        return special(name).filter(own -> !missing).orElseGet(() -> dialect.invalidField(name, reason));
    }

    private ApiException refuseParameter(String name) {
        return special(name).orElseGet(() -> dialect.invalidParameter(reportedAs(name)));
    }

    private Optional<ApiException> special(String name) {
        return violation(name)
            .flatMap(violation -> Arrays.stream(violation.enumValues("code", ErrorCode.class)).findFirst())
            .map(code -> code.takesArguments() ? new ApiException(code, reportedAs(name)) : new ApiException(code));
    }

    private String reportedAs(String name) {
        return violation(name).flatMap(violation -> violation.stringValue("reportedAs"))
            .filter(other -> !other.isEmpty()).orElse(name);
    }

    private Optional<AnnotationValue<Violation>> violation(String name) {
        return metadata.getAnnotation(Operation.class).getAnnotations("violations", Violation.class).stream()
            .filter(violation -> violation.stringValue("of").orElseThrow().equals(name))
            .findFirst();
    }

    static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    /** Jackson's message without class names and references, which say nothing to a caller. */
    static String plain(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String place = at == null || at.getLineNr() < 1 ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        if (e instanceof JsonMappingException) {
            return "the value is not of the right type or range" + place;
        }
        return "the text is not valid" + place;
    }
}
