package dev.postern.apig.feature;

import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.FeatureState;
import dev.postern.control.model.GatewayState;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;

/** The features of the state. */
@Singleton
class FeatureStatePart implements GatewayPart {

    private final FeatureRepository repository;
    private final Clock clock;

    FeatureStatePart(FeatureRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return IN_GATEWAYS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".features", gateway.getFeatures(), (place, feature) -> {
            FeatureKind kind = FeatureKind.ALL.get(feature.getName());
            if (kind == null) {
                throw Places.refused(place + ".name", "there is no feature " + feature.getName());
            }
            if (feature.getConfig() != null && !kind.accepts(feature.getConfig())) {
                throw Places.refused(place + ".config", feature.getName() + " cannot be configured with it");
            }
            String id = feature.getId() == null
                ? FeatureService.id(gateway.getId(), feature.getName()) : feature.getId();
            places.define(place + ".id", "feature", null, id);
            places.define(place + ".name", "feature name", gateway.getId(), feature.getName());
            repository.save(new Feature(id, gateway.getId(), feature.getName(), feature.getEnable(), feature.getConfig(),
                Moments.orNow(feature.getUpdateTime(), clock)));
        });
    }

    @Override
    public void save(GatewayState gateway) {
        gateway.setFeatures(Places.orNull(repository.findByInstanceIdOrderByName(gateway.getId()),
            feature -> Shapes.as(feature, FeatureState.class)));
    }
}
