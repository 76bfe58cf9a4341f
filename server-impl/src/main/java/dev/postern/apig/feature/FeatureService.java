package dev.postern.apig.feature;

import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.CreateFeatureV2Response;
import dev.postern.apig.model.FeatureInfo;
import dev.postern.apig.model.FeatureToggle;
import dev.postern.apig.model.ListFeaturesV2Response;
import dev.postern.apig.model.ListInstanceFeaturesResponse;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules by which features of gateways are set. */
@Singleton
class FeatureService {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final GatewayAccess gateways;
    private final FeatureRepository features;
    private final Clock clock;

    FeatureService(GatewayAccess gateways, FeatureRepository features, Clock clock) {
        this.gateways = gateways;
        this.features = features;
        this.clock = clock;
    }

    /** Sets a feature; a second time only after a minute. */
    @Transactional
    CreateFeatureV2Response set(String projectId, String instanceId, FeatureToggle request) {
        FeatureKind kind = FeatureKind.ALL.get(request.getName());
        if (kind == null) {
            throw new ApiException(ErrorCode.APIG_2000_FEATURE, request.getName());
        }
        if (request.getConfig() != null && !kind.accepts(request.getConfig())) {
            throw new ApiException(ErrorCode.APIG_2011, "config");
        }
        Gateway gateway = gateways.write(projectId, instanceId);
        if (!has(gateway, request.getName())) {
            throw new ApiException(ErrorCode.APIG_3458);
        }
        Instant now = clock.instant();
        Optional<Feature> present = features.findByInstanceIdAndName(instanceId, request.getName());
        if (present.filter(feature -> now.isBefore(feature.updateTime().plus(PAUSE))).isPresent()) {
            throw new ApiException(ErrorCode.APIG_3711);
        }
        Feature feature = new Feature(present.map(Feature::id).orElseGet(() -> id(instanceId, request.getName())),
            instanceId, request.getName(), request.getEnable(), request.getConfig(), now);
        return Shapes.as(present.isPresent() ? features.update(feature) : features.save(feature),
            CreateFeatureV2Response.class);
    }

    /** The features that a gateway has, set or not, by name. */
    @Transactional
    ListFeaturesV2Response list(String projectId, String instanceId, long offset, int limit) {
        Gateway gateway = gateways.read(projectId, instanceId);
        Map<String, Feature> set = features.findByInstanceIdOrderByName(instanceId).stream()
            .collect(Collectors.toMap(Feature::name, Function.identity()));
        List<String> names = FeatureKind.ALL.keySet().stream().filter(name -> has(gateway, name)).toList();
        Page<String> page = Page.of(names, offset, limit);
        return new ListFeaturesV2Response().size(page.items().size()).total(page.total())
            .features(page.items().stream().map(name -> set.containsKey(name)
                ? Shapes.as(set.get(name), FeatureInfo.class) : unset(instanceId, name)).toList());
    }

    /** What a gateway can do without being told to. */
    ListInstanceFeaturesResponse builtIn(String projectId, String instanceId, long offset, int limit) {
        List<Object> names = gateways.manage(projectId, instanceId).instanceFeatures;
        Page<String> page = Page.of(names == null ? List.of() : Shapes.all(names, String.class), offset, limit);
        return new ListInstanceFeaturesResponse().features(page.items()).size(page.items().size()).total(page.total());
    }

    /** The id of a feature in a gateway: always the same, for one that was never set is shown with it too. */
    static String id(String instanceId, String name) {
        byte[] seed = (instanceId + " " + name).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(seed).toString().replace("-", "");
    }

    private static FeatureInfo unset(String instanceId, String name) {
        FeatureKind kind = FeatureKind.ALL.get(name);
        return new FeatureInfo().id(id(instanceId, name)).instanceId(instanceId).name(name)
            .enable(kind.enable()).config(kind.config());
    }

    private static boolean has(Gateway gateway, String feature) {
        return gateway.supportedFeatures == null || gateway.supportedFeatures.contains(feature);
    }
}
