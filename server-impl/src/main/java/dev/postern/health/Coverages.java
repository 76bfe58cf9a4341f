package dev.postern.health;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.postern.control.model.Coverage;
import dev.postern.control.model.FamilyCoverage;
import dev.postern.control.model.OperationCoverage;
import dev.postern.http.Operation;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What of the descriptions is implemented: what they describe, against what controllers serve. */
@Singleton
class Coverages {

    private static final String BUNDLES = "/META-INF/postern/spec/";
    private static final String CONTROL = "postern/";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final Router router;
    private Coverage shown;

    Coverages(Router router) {
        this.router = router;
    }

    /** Every described operation but those of the control API; read once, for it changes with the program only. */
    synchronized Coverage show() {
        if (shown == null) {
            List<FamilyCoverage> families = families();
            shown = new Coverage()
                .described(families.stream().mapToInt(FamilyCoverage::getDescribed).sum())
                .served(families.stream().mapToInt(FamilyCoverage::getServed).sum())
                .families(families);
        }
        return shown;
    }

    private List<FamilyCoverage> families() {
        Set<String> served = served();
        List<FamilyCoverage> families = new ArrayList<>();
        text("index.txt").lines().filter(api -> !api.startsWith(CONTROL)).sorted().forEach(api -> {
            Map<String, List<OperationCoverage>> byFamily = new TreeMap<>();
            tree(api).get("paths").fields().forEachRemaining(path ->
                path.getValue().fields().forEachRemaining(method -> {
                    if (METHODS.contains(method.getKey())) {
                        JsonNode operation = method.getValue();
                        String id = operation.get("operationId").asText();
                        byFamily.computeIfAbsent(operation.get("tags").get(0).asText().toLowerCase(Locale.ROOT),
                            family -> new ArrayList<>()).add(new OperationCoverage().operation(id)
                                .method(method.getKey().toUpperCase(Locale.ROOT)).path(path.getKey())
                                .served(served.contains(id)));
                    }
                }));
            byFamily.forEach((family, operations) -> families.add(family(api, family, operations)));
        });
        return families;
    }

    private static FamilyCoverage family(String api, String family, List<OperationCoverage> operations) {
        operations.sort(Comparator.comparing(OperationCoverage::getOperation));
        return new FamilyCoverage().api(api).family(family).described(operations.size())
            .served((int) operations.stream().filter(OperationCoverage::getServed).count()).operations(operations);
    }

    /** The operations whose generated method a controller overrides; the others answer 501. */
    private Set<String> served() {
        return router.uriRoutes()
            .filter(route -> route.getAnnotationMetadata().hasAnnotation(Operation.class))
            .filter(route -> !isDefault(route))
            .map(route -> route.getAnnotationMetadata().stringValue(Operation.class, "id").orElseThrow())
            .collect(Collectors.toSet());
    }

    private static boolean isDefault(MethodBasedRouteInfo<?, ?> route) {
        Method method = route.getTargetMethod().getTargetMethod();
        try {
            return route.getTargetMethod().getTarget().getClass()
                .getMethod(method.getName(), method.getParameterTypes()).isDefault();
        } catch (NoSuchMethodException e) {
            return method.isDefault();
        }
    }

    private static JsonNode tree(String api) {
        try {
            return new YAMLMapper().readTree(text(api + "/openapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (InputStream in = Coverages.class.getResourceAsStream(BUNDLES + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
