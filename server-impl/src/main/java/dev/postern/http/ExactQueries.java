package dev.postern.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Refuses query parameters that would be taken for others, or for none. */
@ServerFilter("/**")
class ExactQueries implements Ordered {

    /** After it is known who asks, and before faults are carried out. */
    @Override
    public int getOrder() {
        return 1;
    }

    @RequestFilter
    void before(HttpRequest<?> request) {
        Refusals.of(request).flatMap(operation -> operation.refuseQuery(request)).ifPresent(refusal -> {
            throw refusal;
        });
    }
}
