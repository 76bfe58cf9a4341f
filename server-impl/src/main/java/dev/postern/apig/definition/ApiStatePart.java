package dev.postern.apig.definition;

import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.ApiState;
import dev.postern.control.model.GatewayState;
import dev.postern.control.model.PublicationState;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

/** The APIs of the state and their publications. */
@Singleton
class ApiStatePart implements GatewayPart {

    private final ApiRepository apis;
    private final PublicationRepository publications;

    ApiStatePart(ApiRepository apis, PublicationRepository publications) {
        this.apis = apis;
        this.publications = publications;
    }

    @Override
    public int getOrder() {
        return APIS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".apis", gateway.getApis(), (place, api) -> {
            places.define(place + ".id", "API", null, api.getId());
            places.require(place + ".group_id", "API group", gateway.getId(), api.getGroupId());
            places.define(place + ".name", "API name", api.getGroupId(), api.getName());
            apis.save(new Api(api.getId(), gateway.getId(), api.getGroupId(), api.getName(),
                api.getType().getValue(), api.getReqProtocol().getValue(), api.getReqMethod().getValue(),
                api.getReqUri(), api.getAuthType().getValue(), api.getMatchMode().getValue(), api.getRemark(),
                api.getRomaAppId()));
            Places.each(place + ".publications", api.getPublications(), (inner, publication) -> {
                places.define(inner + ".publish_id", "publication", gateway.getId(), publication.getPublishId());
                places.define(inner + ".publish_id", "publication with the id", null, publication.getPublishId());
                places.require(inner + ".env_id", "environment", gateway.getId(), publication.getEnvId());
                places.define(inner + ".env_id", "publication in the environment", api.getId(), publication.getEnvId());
                publications.save(new Publication(publication.getPublishId(), gateway.getId(), api.getId(),
                    publication.getEnvId(), publication.getOnline()));
            });
        });
    }

    @Override
    public void save(GatewayState gateway) {
        gateway.setApis(Places.orNull(apis.findByInstanceIdOrderById(gateway.getId()), row -> {
            ApiState api = Shapes.as(row, ApiState.class);
            api.setPublications(Places.orNull(publications.findByApiIdOrderByPublishId(row.id()),
                publication -> Shapes.as(publication, PublicationState.class)));
            return api;
        }));
    }
}
