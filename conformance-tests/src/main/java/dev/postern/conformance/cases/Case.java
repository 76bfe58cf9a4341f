package dev.postern.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.description.Operation;
import java.util.List;
import java.util.Set;

/**
 * A case that is ready to run.
 *
 * @param needs what the target has to offer
 * @param seed the state to start from; null to start from nothing in particular
 * @param steps the request that the case is about, and what follows it
 */
public record Case(
        Operation operation,
        String name,
        String why,
        Origin origin,
        Set<String> needs,
        JsonNode seed,
        List<JsonNode> faults,
        List<Step> steps) {

    /** What a target may lack: /_postern/…, and gateways that change without delay. */
    public static final String CONTROL = "control";

    /** Where a case comes from. */
    public enum Origin {
        /** A case file names it. */
        WRITTEN,
        /** cases/common.yaml has it for every operation that documents the example. */
        COMMON,
        /** A value of an enum that is put into the state and looked for in the answer. */
        SHOWN,
        /** It follows from a schema. */
        DERIVED
    }

    /** One request and what it is answered with. */
    public record Step(Operation operation, String name, RequestData request, Expectation expect) {}

    public String id() {
        return operation.id() + ": " + name;
    }

    /** Whether nobody wrote the case itself. */
    public boolean derived() {
        return origin == Origin.DERIVED || origin == Origin.SHOWN;
    }

    public Step first() {
        return steps.get(0);
    }

    @Override
    public String toString() {
        return id();
    }
}
