package dev.postern.fault;

import dev.postern.error.Dialect;
import dev.postern.http.Operation;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;

import java.util.stream.Stream;

/** The operations that can be called, but for those of the control API, which never fail on order. */
@Singleton
class OperationIndex {

    private final Router router;

    OperationIndex(Router router) {
        this.router = router;
    }

    boolean contains(String operationId) {
        return operations().anyMatch(operation -> has(operation, "id", operationId));
    }

    boolean hasFamily(String family) {
        return operations().anyMatch(operation -> has(operation, "family", family));
    }

    private Stream<AnnotationMetadata> operations() {
        return router.uriRoutes()
            .map(RouteInfo::getAnnotationMetadata)
            .filter(route -> route.enumValue(Operation.class, "dialect", Dialect.class)
                .filter(dialect -> dialect != Dialect.POSTERN).isPresent());
    }

    private static boolean has(AnnotationMetadata operation, String member, String value) {
        return operation.stringValue(Operation.class, member).filter(value::equals).isPresent();
    }
}
