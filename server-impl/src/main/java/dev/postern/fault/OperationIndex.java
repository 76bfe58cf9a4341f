package dev.postern.fault;

import dev.postern.http.Operation;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;


/** The operations that can be called, by operationId. */
@Singleton
class OperationIndex {

    private final Router router;

    OperationIndex(Router router) {
        this.router = router;
    }

    boolean contains(String operationId) {
        return router.uriRoutes()
            .anyMatch(route -> route.getAnnotationMetadata().stringValue(Operation.class, "id").filter(operationId::equals).isPresent());
    }
}
