package dev.postern.apig.gateway;

import dev.postern.apig.model.InstanceSpecId;
import dev.postern.apig.model.ListAvailableZonesV2Response;
import dev.postern.apig.model.LocalName;
import dev.postern.control.Places;
import dev.postern.control.StatePart;
import dev.postern.control.model.AvailableZoneState;
import dev.postern.control.model.State;
import dev.postern.data.Shapes;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The availability zones: those that the state names, or three of the region. */
@Singleton
class AvailableZones implements StatePart {

    private static final int USUAL = 3;
    private static final int FIRST_PORT = 8403;

    private final AvailableZoneRepository repository;
    private final String region;

    AvailableZones(AvailableZoneRepository repository, @Value("${postern.region}") String region) {
        this.repository = repository;
        this.region = region;
    }

    ListAvailableZonesV2Response list() {
        List<dev.postern.apig.model.AvailableZone> named = repository.findAllOrderByPosition().stream()
            .map(zone -> Shapes.parse(zone.details(), dev.postern.apig.model.AvailableZone.class)).toList();
        return new ListAvailableZonesV2Response().availableZones(
            named.isEmpty() ? IntStream.rangeClosed(1, USUAL).mapToObj(this::usual).toList() : named);
    }

    private dev.postern.apig.model.AvailableZone usual(int number) {
        String code = region + (char) ('a' + number - 1);
        return new dev.postern.apig.model.AvailableZone().id(GatewayPlan.idOf("zone " + code)).code(code)
            .name("AZ" + number).localName(new LocalName().enUs("AZ" + number).zhCn("可用区" + number))
            .port(String.valueOf(FIRST_PORT + number - 1))
            .specs(Arrays.stream(InstanceSpecId.values())
                .collect(Collectors.toMap(InstanceSpecId::getValue, edition -> true)));
    }

    @Override
    public int getOrder() {
        return SETTINGS;
    }

    @Override
    public void clear() {
        repository.deleteAll();
    }

    @Override
    public void restore(State state, Places places) {
        Places.each("available_zones", state.getAvailableZones(), (place, zone) -> {
            places.define(place + ".id", "availability zone", null, zone.getId());
            repository.save(new AvailableZone(zone.getId(), state.getAvailableZones().indexOf(zone), Shapes.text(zone)));
        });
    }

    @Override
    public void save(State state) {
        state.setAvailableZones(Places.orNull(repository.findAllOrderByPosition(),
            zone -> Shapes.parse(zone.details(), AvailableZoneState.class)));
    }
}
