package dev.postern.conformance.run;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.postern.conformance.description.Description;
import dev.postern.conformance.description.Descriptions;
import dev.postern.conformance.description.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Checks whole answers against the description: status, type, headers and body. */
public final class AnswerCheck {

    /** The validator's expressions know no Unicode classes and take \p for the letter; such patterns are left to the server. */
    private static final String UNICODE_CLASS = "\\p{";

    private final Map<String, OpenApiInteractionValidator> validators = new HashMap<>();
    /** Many answers are the same in all that is described, and to check one takes longer than to receive it. */
    private final Map<Answer, List<String>> checked = new ConcurrentHashMap<>();

    /** What is described of an answer. */
    private record Answer(Operation operation, int status, Map<String, List<String>> headers, String body) {

        static Answer of(Exchange exchange) {
            Set<String> described = exchange.operation().description().answerHeaders();
            Map<String, List<String>> headers = new TreeMap<>(exchange.received());
            headers.keySet().removeIf(name -> !name.equalsIgnoreCase("Content-Type") && !described.contains(name));
            return new Answer(exchange.operation(), exchange.status(), headers, exchange.answer());
        }
    }

    public AnswerCheck(Descriptions descriptions) {
        for (Description description : descriptions.all()) {
            validators.put(description.api(),
                    OpenApiInteractionValidator.createForInlineApiSpecification(description.text()).build());
        }
    }

    /** What the answer breaks; nothing when the description allows it. */
    public List<String> problems(Exchange exchange) {
        return checked.computeIfAbsent(Answer.of(exchange), this::check);
    }

    private List<String> check(Answer answer) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        answer.headers().forEach(response::withHeader);
        if (answer.body() != null && !answer.body().isEmpty()) {
            response.withBody(answer.body());
        }
        Operation operation = answer.operation();
        return messages(validators.get(operation.api())
                .validateResponse(operation.path(), Request.Method.valueOf(operation.method()), response.build()));
    }

    /** What the request breaks, so that a case cannot take for valid what the description refuses. */
    public List<String> problemsOfRequest(Exchange exchange) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(
                Request.Method.valueOf(exchange.method()), exchange.target().replaceAll("\\?.*", ""));
        exchange.query().forEach((name, value) -> request.withQueryParam(name, value));
        exchange.headers().forEach((name, value) -> request.withHeader(name, value));
        if (exchange.sent() != null) {
            request.withBody(exchange.sent());
        }
        return messages(validators.get(exchange.operation().api()).validateRequest(request.build()));
    }

    private static List<String> messages(ValidationReport report) {
        List<String> messages = new ArrayList<>();
        for (ValidationReport.Message message : report.getMessages()) {
            if (message.getLevel() == ValidationReport.Level.ERROR && !message.getMessage().contains(UNICODE_CLASS)) {
                messages.add(message.getMessage() + (message.getNestedMessages().isEmpty()
                        ? "" : " " + message.getNestedMessages()));
            }
        }
        return messages;
    }
}
