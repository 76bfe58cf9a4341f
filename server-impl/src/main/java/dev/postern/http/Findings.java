package dev.postern.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.postern.error.ErrorBody;
import io.micronaut.core.bind.exceptions.UnsatisfiedArgumentException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import jakarta.validation.ConstraintViolationException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that the description does not allow in a request; an answer names only the first of it. */
public final class Findings {

    private static final String CAUSE = Findings.class.getName();
    private static final String REQUEST_ERROR = "APIG.0201";

    /** The codes that say nothing but that an input breaks a rule. */
    private static final Set<String> OF_INPUT = Set.of(
        "APIC.7211", "APIG.2000", "APIG.2011", "APIG.2012", "SecMaster.0400", "IAM.0007", REQUEST_ERROR);

    /** What is wrong where the status alone says it. */
    private static final Map<Integer, String> OF_STATUS = Map.of(
        401, "authentication", 405, "method", 406, "Accept", 413, "body", 415, "Content-Type");

    private Findings() {
    }

    /** Keeps why a request is refused; to say it costs time that only the journal needs. */
    static void note(HttpRequest<?> request, Throwable cause) {
        request.setAttribute(CAUSE, cause);
    }

    /**
     * What was wrong with a request that is answered.
     *
     * @param refusal the body it was refused with; null where it was not, or only on order
     */
    public static List<Finding> of(HttpRequest<?> request, int status, ErrorBody refusal) {
        Optional<Refusals> operation = Refusals.of(request);
        List<Finding> findings = new ArrayList<>();
        if (refusal != null) {
            findings.addAll(operation.isPresent()
                ? ofOperation(operation.get(), request, status, refusal)
                : List.of(new Finding(OF_STATUS.getOrDefault(status, "path"), refusal.errorMsg())));
        }
        operation.ifPresent(known -> findings.addAll(known.passedOver(request)));
        return findings;
    }

    /** The operationId of a request; empty where no operation of the description was found for it. */
    public static Optional<String> operationId(HttpRequest<?> request) {
        return Refusals.of(request).map(Refusals::operationId);
    }

    private static List<Finding> ofOperation(Refusals operation, HttpRequest<?> request, int status, ErrorBody refusal) {
        // Not by its type: a failure of the database can be iterated, and would be converted without end.
        Object cause = request.getAttribute(CAUSE).orElse(null);
        if (cause instanceof ConstraintViolationException e) {
            return operation.findings(e.getConstraintViolations());
        }
        if (cause instanceof JsonProcessingException e) {
            String path = e instanceof JsonMappingException mapping ? Refusals.path(mapping) : "";
            return List.of(new Finding(path.isEmpty() ? "body" : path, Refusals.plain(e)));
        }
        if (cause instanceof UnsatisfiedArgumentException e) {
            return List.of(new Finding(Refusals.nameOf(e.getArgument()), "it is missing, or not of the right type"));
        }
        if (cause instanceof ConversionErrorException e) {
            return List.of(new Finding(Refusals.nameOf(e.getArgument()), "it is not of the right type"));
        }
        if (OF_STATUS.containsKey(status)) {
            return List.of(new Finding(OF_STATUS.get(status), refusal.errorMsg()));
        }
        return OF_INPUT.contains(refusal.errorCode()) ? List.of(new Finding("request", refusal.errorMsg())) : List.of();
    }
}
