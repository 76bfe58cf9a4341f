package dev.postern.conformance.description;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A documented example, known as {@code <operationId>/<status or "request">-<name>}.
 *
 * @param status the status it is an answer with, or 0 for a request
 */
public record Example(String operation, int status, String name, String summary, JsonNode value) {

    public String id() {
        return operation + "/" + (status == 0 ? "request" : status) + "-" + name;
    }

    public boolean ofRequest() {
        return status == 0;
    }
}
