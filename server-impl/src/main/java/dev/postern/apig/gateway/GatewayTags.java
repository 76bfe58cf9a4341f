package dev.postern.apig.gateway;

import dev.postern.apig.model.ListInstanceTagsResponse;
import dev.postern.apig.model.TmsKeyValue;
import dev.postern.apig.model.TmsKeyValueInfo;
import dev.postern.apig.model.TmsKeyValues;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tags of gateways: each key once, in the order in which they were added. */
@Singleton
public class GatewayTags {

    private static final int MOST = 20;

    private final GatewayRepository repository;
    private final GatewayAccess gateways;
    private final GatewayHold hold;

    GatewayTags(GatewayRepository repository, GatewayAccess gateways, GatewayHold hold) {
        this.gateways = gateways;
        this.repository = repository;
        this.hold = hold;
    }

    /** Adds tags, or gives those that are there other values; 403 APIC.7402 where there would be more than 20. */
    @Transactional
    public void add(String projectId, String instanceId, List<TmsKeyValue> tags) {
        Gateway gateway = hold.running(projectId, instanceId);
        add(gateway, tags);
        repository.update(gateway);
    }

    /** Takes tags away by their keys; those that are not there are passed over. */
    @Transactional
    public void remove(String projectId, String instanceId, List<TmsKeyValue> tags) {
        Gateway gateway = hold.running(projectId, instanceId);
        Set<String> keys = tags.stream().map(TmsKeyValue::getKey).collect(Collectors.toSet());
        gateway.tags = new ArrayList<>(of(gateway));
        gateway.tags.removeIf(tag -> keys.contains(((Map<?, ?>) tag).get("key")));
        repository.update(gateway);
    }

    /** The tags of a gateway; 404 APIG.3030 where the project has no such gateway. */
    public ListInstanceTagsResponse of(String projectId, String instanceId) {
        Gateway gateway = gateways.read(projectId, instanceId);
        return new ListInstanceTagsResponse().resourceId(gateway.id).resourceName(gateway.instanceName)
            .tags(Shapes.all(of(gateway), TmsKeyValueInfo.class));
    }

    /** The tags of all gateways of a project: the values of each key, both in alphabetical order. */
    public List<TmsKeyValues> inProject(String projectId) {
        Map<String, Set<String>> values = new TreeMap<>();
        for (Gateway gateway : repository.findPresent(projectId, hold.now())) {
            for (Object tag : of(gateway)) {
                Map<?, ?> pair = (Map<?, ?>) tag;
                Set<String> known = values.computeIfAbsent((String) pair.get("key"), key -> new TreeSet<>());
                if (pair.get("value") != null) {
                    known.add((String) pair.get("value"));
                }
            }
        }
        return values.entrySet().stream()
            .map(entry -> new TmsKeyValues().key(entry.getKey()).values(List.copyOf(entry.getValue()))).toList();
    }

    static void add(Gateway gateway, List<TmsKeyValue> tags) {
        Map<Object, Object> byKey = new LinkedHashMap<>();
        of(gateway).forEach(tag -> byKey.put(((Map<?, ?>) tag).get("key"), tag));
        for (TmsKeyValue tag : tags) {
            byKey.put(tag.getKey(), tag.getValue() == null
                ? Map.of("key", tag.getKey()) : Map.of("key", tag.getKey(), "value", tag.getValue()));
        }
        if (byKey.size() > MOST) {
            throw new ApiException(ErrorCode.APIC_7402);
        }
        gateway.tags = new ArrayList<>(byKey.values());
    }

    private static List<Object> of(Gateway gateway) {
        return gateway.tags == null ? List.of() : gateway.tags;
    }
}
