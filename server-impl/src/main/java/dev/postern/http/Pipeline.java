package dev.postern.http;

import dev.postern.fault.Faults;
import dev.postern.identity.Authenticator;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;

/**
 * What happens to every request for the vendor's operations before it is validated: authenticate, then fail if a
 * fault is set. The control API needs neither, and requests for unknown paths are refused by the router.
 */
@ServerFilter({"/v1/**", "/v2/**", "/v3/**", "/v3.0/**"})
class Pipeline {

    private final Authenticator authenticator;
    private final Faults faults;

    Pipeline(Authenticator authenticator, Faults faults) {
        this.authenticator = authenticator;
        this.faults = faults;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void before(HttpRequest<?> request) {
        Refusals.of(request).ifPresent(operation -> {
            String project = RouteAttributes.getRouteMatch(request)
                .map(route -> (String) route.getVariableValues().get("project_id")).orElse(null);
            if (operation.isSecured()) {
                authenticator.authenticate(request, operation.dialect(), operation.action(), project);
            }
            operation.refuseUnkeepable(request).ifPresent(refusal -> {
                throw refusal;
            });
            faults.next(operation.operationId()).ifPresent(fault -> {
                throw fault;
            });
        });
    }
}
