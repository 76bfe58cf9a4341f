package dev.postern.apig.feature;

import jakarta.inject.Singleton;

/** What the features of a gateway mean to the other families. */
@Singleton
public class Features {

    private final FeatureRepository features;

    Features(FeatureRepository features) {
        this.features = features;
    }

    /** Whether a feature is on; one whose configuration has a switch of its own, only if that is on too. */
    public boolean isOn(String instanceId, String name) {
        FeatureKind kind = FeatureKind.ALL.get(name);
        return features.findByInstanceIdAndName(instanceId, name)
            .map(feature -> feature.enable() && FeatureKind.isOn(feature.config() == null ? kind.config() : feature.config()))
            .orElseGet(() -> kind.enable() && FeatureKind.isOn(kind.config()));
    }
}
