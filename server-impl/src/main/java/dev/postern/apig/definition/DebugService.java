package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.apig.model.ApiDebugInfo;
import dev.postern.apig.model.DebugApiV2Response;
import jakarta.inject.Singleton;

import java.util.concurrent.TimeUnit;

/** Calls APIs to try them; nothing is locked while a backend is waited for. */
@Singleton
class DebugService {

    private static final String TRUNCATED = "[TRUNCATED]";

    private final DebugTargets targets;
    private final BackendCaller backends;

    DebugService(DebugTargets targets, BackendCaller backends) {
        this.targets = targets;
        this.backends = backends;
    }

    DebugApiV2Response debug(String projectId, String instanceId, String apiId, ApiDebugInfo wanted) {
        DebugRules.check(wanted);
        DebugCall call = targets.call(projectId, instanceId, apiId, wanted);
        ObjectNode backend = call.backend();
        long start = System.nanoTime();
        String answer = backends.answer(call, backend);
        long latency = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return new DebugApiV2Response().request(call.shown())
            .response(answer.length() > DebugRules.MOST ? answer.substring(0, DebugRules.MOST) + TRUNCATED : answer)
            .latency(Math.toIntExact(latency)).log("");
    }
}
