package dev.postern.error;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;

/** The body of what IAM refuses: the status again, the message, and the status in words. */
@Introspected
public record IamErrorBody(@JsonProperty("error") Details error) {

    static IamErrorBody of(ApiException refusal) {
        return new IamErrorBody(new Details(refusal.status(), refusal.body().errorMsg(), refusal.reason()));
    }

    /** What went wrong. */
    @Introspected
    public record Details(
        @JsonProperty("code") int code,
        @JsonProperty("message") String message,
        @JsonProperty("title") String title) {
    }
}
