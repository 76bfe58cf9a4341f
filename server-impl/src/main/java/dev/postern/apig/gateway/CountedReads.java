package dev.postern.apig.gateway;

import dev.postern.settings.CurrentSettings;
import jakarta.inject.Singleton;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Counts reads of gateways whose transition lasts for a number of them. A gateway is shown as it was before it was read:
 * so many reads show the transition, and whatever comes after them finds it over.
 */
@Singleton
class CountedReads {

    private final GatewayRepository repository;
    private final CurrentSettings settings;

    CountedReads(GatewayRepository repository, CurrentSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /** A gateway as this read shows it. */
    Optional<Gateway> show(String projectId, String instanceId) {
        Optional<Gateway> found = repository.findByIdAndProjectId(instanceId, projectId);
        if (found.filter(Lifecycle::isCounted).isEmpty()) {
            return found;
        }
        // Other reads may come between looking and counting; they wait for each other.
        Optional<Gateway> locked = repository.findByIdAndProjectIdForUpdate(instanceId, projectId);
        locked.filter(Lifecycle::isCounted).ifPresent(gateway -> repository.countRead(gateway.id));
        return locked;
    }

    /** The gateways that a list reads and counts for, by id, as it shows them; the filters may be null. */
    Map<String, Gateway> list(String projectId, String instanceId, String instanceName) {
        Map<String, Gateway> counted = new LinkedHashMap<>();
        if (!settings.get().countsReads()) {
            return counted;
        }
        for (Gateway gateway : repository.findCountedForUpdate(projectId)) {
            if (Lifecycle.isCounted(gateway) && matches(gateway, instanceId, instanceName)) {
                repository.countRead(gateway.id);
                counted.put(gateway.id, gateway);
            }
        }
        return counted;
    }

    private static boolean matches(Gateway gateway, String instanceId, String instanceName) {
        return (instanceId == null || gateway.id.equals(instanceId))
            && (instanceName == null
                || gateway.instanceName.toLowerCase(Locale.ROOT).contains(instanceName.toLowerCase(Locale.ROOT)));
    }
}
