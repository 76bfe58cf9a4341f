package dev.postern.http;

import dev.postern.data.Constraints;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the message of a violated constraint can name. */
class RequestInputTest {

    @Test
    void isInThePathOrInTheBody() {
        try (TestServer server = TestServer.start(Database.H2.newUrl(), "postern.test", "request-input")) {
            Gateways.created(server, "wanted");
            Answer answer = Gateways.create(server, "wanted");
            assertEquals(400, answer.status());
            assertEquals("73d69ae0cfcf460190522d06b60f05ad wanted ", answer.json().get("error_msg").asText());
        }
    }

    /** Has the message of every violation name three things. */
    @Singleton
    @Replaces(Constraints.class)
    @Requires(property = "postern.test", value = "request-input")
    static class Wordy extends Constraints {

        @Override
        public Optional<ApiException> violatedBy(Throwable failure, UnaryOperator<String> input) {
            return failure instanceof SQLException ? Optional.of(ApiException.withMessage(ErrorCode.APIC_7500,
                input.apply("project_id") + " " + input.apply("instance_name") + " " + input.apply("no_such_thing")))
                : Optional.empty();
        }
    }
}
