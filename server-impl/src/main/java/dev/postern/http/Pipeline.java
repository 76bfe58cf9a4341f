package dev.postern.http;

import dev.postern.fault.FaultFilter;
import dev.postern.identity.Authenticator;
import dev.postern.journal.Recorder;
import dev.postern.settings.CurrentSettings;
import dev.postern.settings.Settings;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;

/**
 * What happens to every request for the vendor's operations before it is validated: read what steers the server,
 * authenticate, then find the fault that strikes it. The control API needs none of it, and requests for unknown
 * paths are refused by the router.
 */
@ServerFilter({"/v1/**", "/v2/**", "/v3/**", "/v3.0/**"})
class Pipeline implements Ordered {

    private final CurrentSettings settings;
    private final Authenticator authenticator;
    private final FaultFilter faults;
    private final Recorder recorder;

    Pipeline(CurrentSettings settings, Authenticator authenticator, FaultFilter faults, Recorder recorder) {
        this.settings = settings;
        this.authenticator = authenticator;
        this.faults = faults;
        this.recorder = recorder;
    }

    /** After the journal begins, before faults are carried out; without an order it would be the last of all. */
    @Override
    public int getOrder() {
        return 0;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void before(HttpRequest<?> request) {
        Refusals.of(request).ifPresent(operation -> {
            Settings present = settings.begin(request);
            if (present.recording()) {
                recorder.keepBody(request);
            }
            String project = RouteAttributes.getRouteMatch(request)
                .map(route -> (String) route.getVariableValues().get("project_id")).orElse(null);
            if (operation.isSecured()) {
                authenticator.authenticate(request, operation.dialect(), operation.action(), project);
            }
            if (present.hasFaults()) {
                faults.find(request, operation.operationId(), operation.family(), operation.dialect());
            }
        });
    }
}
