package dev.postern.apig.gateway;

import dev.postern.control.Places;
import dev.postern.control.StatePart;
import dev.postern.control.model.GatewayState;
import dev.postern.control.model.State;
import dev.postern.control.model.TransitionKind;
import dev.postern.control.model.TransitionState;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import dev.postern.settings.SettingsRepository;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** The gateways of the state; what is in them follows by family. */
@Singleton
class GatewayStatePart implements StatePart {

    private final GatewayRepository repository;
    private final ProjectQuotaRepository projects;
    private final SettingsRepository settings;
    private final Clock clock;

    GatewayStatePart(GatewayRepository repository, ProjectQuotaRepository projects, SettingsRepository settings,
                     Clock clock) {
        this.repository = repository;
        this.projects = projects;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return GATEWAYS;
    }

    @Override
    public void clear() {
        repository.deleteAll();
    }

    @Override
    public void restore(State state, Places places) {
        Places.each("gateways", state.getGateways(), (place, gateway) -> {
            places.define(place + ".id", "gateway", null, gateway.getId());
            places.define(place + ".id", "gateway of project " + gateway.getProjectId(), null, gateway.getId());
            places.define(place + ".instance_name", "gateway name", gateway.getProjectId(), gateway.getInstanceName());
            Places.each(place + ".tags", gateway.getTags(), (inner, tag) ->
                places.define(inner + ".key", "tag", gateway.getId(), tag.getKey()));
            Places.each(place + ".quotas", gateway.getQuotas(), (inner, quota) ->
                places.define(inner + ".name", "quota", gateway.getId(), quota.getName().getValue()));
            repository.save(row(place, gateway));
        });
        repository.addAllNameEndings();
        projects.addAll();
        projects.countAllGateways();
    }

    @Override
    public void save(State state) {
        List<GatewayState> gateways = repository.findAllPresent(Moments.toNanos(clock.instant())).stream()
            .map(GatewayStatePart::shown).toList();
        state.setGateways(gateways.isEmpty() ? null : gateways);
    }

    private Gateway row(String place, GatewayState state) {
        Gateway gateway = Shapes.as(state, Gateway.class);
        if (state.getCreateTime() == null) {
            gateway.createTime = clock.millis();
        }
        TransitionState transition = state.getTransition();
        if (transition != null) {
            gateway.transitionKind = transition.getKind().getValue();
            gateway.transitionStart = Moments.toNanos(transition.getStartedAt().toInstant());
            restoreEnd(place + ".transition", gateway, transition);
            gateway.transitionSpec = transition.getSpec() == null ? null : transition.getSpec().getValue();
            if (transition.getKind() == TransitionKind.RESIZE && transition.getSpec() == null) {
                throw Places.refused(place + ".transition.spec", "a resize needs the edition that it ends with");
            }
        }
        return gateway;
    }

    private void restoreEnd(String place, Gateway gateway, TransitionState transition) {
        if ((transition.getEndsAt() == null) == (transition.getReads() == null)) {
            throw Places.refused(place, "either ends_at or reads is needed");
        }
        if (transition.getEndsAt() != null) {
            gateway.transitionEnd = Moments.toNanos(transition.getEndsAt().toInstant());
            if (gateway.transitionEnd < gateway.transitionStart) {
                throw Places.refused(place + ".ends_at", "it is before started_at");
            }
            return;
        }
        gateway.transitionEnd = Lifecycle.NEVER;
        gateway.transitionReads = transition.getReads();
        gateway.transitionReadsLeft = transition.getReadsLeft() == null ? transition.getReads() : transition.getReadsLeft();
        if (gateway.transitionReadsLeft > gateway.transitionReads) {
            throw Places.refused(place + ".reads_left", "it is more than reads");
        }
        settings.setCountsReads(true);
    }

    private static GatewayState shown(Gateway gateway) {
        GatewayState state = Shapes.as(gateway, GatewayState.class);
        if (gateway.transitionKind != null) {
            boolean counted = Lifecycle.isCounted(gateway);
            state.transition(new TransitionState()
                .kind(TransitionKind.fromValue(gateway.transitionKind))
                .startedAt(Moments.ofNanos(gateway.transitionStart).atOffset(ZoneOffset.UTC))
                .endsAt(counted ? null : Moments.ofNanos(gateway.transitionEnd).atOffset(ZoneOffset.UTC))
                .reads(counted ? gateway.transitionReads : null)
                .readsLeft(counted ? gateway.transitionReadsLeft : null)
                .spec(gateway.transitionSpec == null ? null
                    : dev.postern.control.model.GatewayEdition.fromValue(gateway.transitionSpec)));
        }
        return state;
    }
}
