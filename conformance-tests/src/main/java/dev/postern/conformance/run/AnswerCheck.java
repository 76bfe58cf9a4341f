package dev.postern.conformance.run;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.postern.conformance.description.Description;
import dev.postern.conformance.description.Descriptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks whole answers against the description: status, type, headers and body. */
public final class AnswerCheck {

    /** The validator's expressions know no Unicode classes and take \p for the letter; such patterns are left to the server. */
    private static final String UNICODE_CLASS = "\\p{";

    private final Map<String, OpenApiInteractionValidator> validators = new HashMap<>();

    public AnswerCheck(Descriptions descriptions) {
        for (Description description : descriptions.all()) {
            validators.put(description.api(),
                    OpenApiInteractionValidator.createForInlineApiSpecification(description.text()).build());
        }
    }

    /** What the answer breaks; nothing when the description allows it. */
    public List<String> problems(Exchange exchange) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(exchange.status());
        exchange.received().forEach(response::withHeader);
        if (exchange.answer() != null && !exchange.answer().isEmpty()) {
            response.withBody(exchange.answer());
        }
        return messages(validators.get(exchange.operation().api())
                .validateResponse(exchange.operation().path(), method(exchange), response.build()));
    }

    /** What the request breaks, so that a case cannot take for valid what the description refuses. */
    public List<String> problemsOfRequest(Exchange exchange) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(method(exchange), exchange.target().replaceAll("\\?.*", ""));
        exchange.query().forEach((name, value) -> request.withQueryParam(name, value));
        exchange.headers().forEach((name, value) -> request.withHeader(name, value));
        if (exchange.sent() != null) {
            request.withBody(exchange.sent());
        }
        return messages(validators.get(exchange.operation().api()).validateRequest(request.build()));
    }

    private static Request.Method method(Exchange exchange) {
        return Request.Method.valueOf(exchange.method());
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
