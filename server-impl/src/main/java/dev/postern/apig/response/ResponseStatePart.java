package dev.postern.apig.response;

import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.ErrorResponseState;
import dev.postern.control.model.GatewayResponseState;
import dev.postern.control.model.GatewayState;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The gateway responses of the state. */
@Singleton
class ResponseStatePart implements GatewayPart {

    private final GatewayResponseRepository repository;
    private final Clock clock;

    ResponseStatePart(GatewayResponseRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return APIS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".api_groups", gateway.getApiGroups(), (groupPlace, group) ->
            Places.each(groupPlace + ".responses", group.getResponses(), (place, response) -> {
                places.define(place + ".id", "gateway response", null, response.getId());
                places.define(place + ".name", "gateway response of the group", group.getId(), response.getName());
                Places.each(place + ".responses", response.getResponses(), (inner, type) ->
                    places.define(inner + ".type", "answer of the gateway response to", response.getId(),
                        type.getType().getValue()));
                repository.save(row(gateway.getId(), group.getId(), response));
            }));
    }

    @Override
    public void save(GatewayState gateway) {
        Places.each("api_groups", gateway.getApiGroups(), (place, group) ->
            group.setResponses(Places.orNull(repository.findByGroupIdOrderById(group.getId()), row -> {
                GatewayResponseState response = Shapes.as(row, GatewayResponseState.class)._default(row.isDefault());
                response.setResponses(Places.orNull(row.responses(), type -> Shapes.as(type, ErrorResponseState.class)));
                return response;
            })));
    }

    private GatewayResponse row(String instanceId, String groupId, GatewayResponseState response) {
        Instant made = Moments.orNow(response.getCreateTime(), clock);
        List<ErrorResponseState> types = response.getResponses() == null ? List.of() : response.getResponses();
        return new GatewayResponse(response.getId(), instanceId, groupId, response.getName(), response.get_default(),
            made, response.getUpdateTime() == null ? made : response.getUpdateTime().toInstant(),
            List.copyOf(Shapes.all(types, Map.class)));
    }
}
