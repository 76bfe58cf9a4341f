package dev.postern.error;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;

/** The body of every refused or failed request. */
@Introspected
public record ErrorBody(
    @JsonProperty("error_code") String errorCode,
    @JsonProperty("error_msg") String errorMsg) {
}
