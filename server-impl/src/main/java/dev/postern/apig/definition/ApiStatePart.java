package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.apig.model.ApiInfo;
import dev.postern.apig.model.ListApiVersionDetailV2Response;
import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.ApiState;
import dev.postern.control.model.ApiVersionState;
import dev.postern.control.model.GatewayState;
import dev.postern.control.model.PublicationState;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** The APIs of the state with their publications and versions. */
@Singleton
class ApiStatePart implements GatewayPart {

    private final ApiRepository apis;
    private final ApiTagRepository tags;
    private final PublicationRepository publications;
    private final VersionRepository versions;
    private final Clock clock;

    ApiStatePart(ApiRepository apis, ApiTagRepository tags, PublicationRepository publications,
                 VersionRepository versions, Clock clock) {
        this.apis = apis;
        this.tags = tags;
        this.publications = publications;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return APIS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".apis", gateway.getApis(), (place, state) -> {
            places.define(place + ".id", "API", null, state.getId());
            places.require(place + ".group_id", "API group", gateway.getId(), state.getGroupId());
            places.define(place + ".name", "API name", state.getGroupId(), state.getName());
            places.define(place + ".req_uri", "API with method, path and match mode", state.getGroupId(),
                state.getReqMethod() + " " + state.getMatchMode() + " " + Definition.route(state.getReqUri()));
            Api api = apis.save(row(place + ".definition", gateway.getId(), state));
            DefinitionService.tagsOf(api).forEach(tag -> tags.save(new ApiTag(null, gateway.getId(), api.id(), tag)));
            Places.each(place + ".publications", state.getPublications(),
                (inner, publication) -> restore(inner, api, publication, places));
        });
    }

    private Api row(String place, String instanceId, ApiState state) {
        Instant registered = Moments.orNow(state.getRegisterTime(), clock);
        ObjectNode whole = definition(state.getDefinition(), Definition.LEAST);
        whole.setAll(Shapes.tree(state));
        whole.remove("definition");
        whole.remove("publications");
        whole.put("register_time", registered.toString())
            .put("update_time", (state.getUpdateTime() == null ? registered : state.getUpdateTime().toInstant()).toString());
        readable(place, whole, ApiInfo.class);
        return Definition.row(instanceId, whole);
    }

    private void restore(String at, Api api, PublicationState state, Places places) {
        places.define(at + ".publish_id", "publication", api.instanceId(), state.getPublishId());
        places.define(at + ".publish_id", "publication with the id", null, state.getPublishId());
        places.require(at + ".env_id", "environment", api.instanceId(), state.getEnvId());
        places.define(at + ".env_id", "publication in the environment", api.id(), state.getEnvId());
        publications.save(new Publication(state.getPublishId(), api.instanceId(), api.id(), state.getEnvId(),
            state.getOnline(), Moments.orNow(state.getPublishTime(), clock), state.getRemark(), state.getVersionId()));
        Places.each(at + ".versions", state.getVersions(), (place, version) -> {
            places.define(place + ".version_id", "version", null, version.getVersionId());
            places.define(place + ".version_id", "version of the publication", state.getPublishId(), version.getVersionId());
            Instant published = Moments.orNow(version.getPublishTime(), clock);
            ObjectNode definition = definition(version.getDefinition(),
                Shapes.text(Definition.of(api)));
            readable(place + ".definition", definition, ListApiVersionDetailV2Response.class);
            versions.save(new Version(null, version.getVersionId(), api.instanceId(), state.getPublishId(),
                version.getVersionNo() == null ? VersionService.number(published) : version.getVersionNo(), published,
                version.getRemark(), Shapes.text(definition)));
        });
        if (state.getVersionId() != null) {
            places.require(at + ".version_id", "version of the publication", state.getPublishId(), state.getVersionId());
            if (!state.getOnline()) {
                throw Places.refused(at + ".version_id", "none takes effect while the API is offline");
            }
        }
    }

    private static ObjectNode definition(@Nullable Map<String, Object> given, String otherwise) {
        return given == null ? Shapes.parse(otherwise, ObjectNode.class) : Shapes.tree(given);
    }

    /** Refuses a definition that could not be shown. */
    private static void readable(String place, ObjectNode definition, Class<?> shown) {
        try {
            Shapes.as(definition, shown);
        } catch (IllegalArgumentException e) {
            throw Places.refused(place, "it is no definition as " + shown.getSimpleName() + " shows it");
        }
    }

    @Override
    public void save(GatewayState gateway) {
        gateway.setApis(Places.orNull(apis.findByInstanceIdOrderById(gateway.getId()), row -> {
            ObjectNode tree = Shapes.tree(row);
            tree.set("definition", Shapes.parse(row.definition(), ObjectNode.class));
            return Shapes.as(tree, ApiState.class).publications(Places.orNull(
                publications.findByApiIdOrderByPublishId(row.id()), this::shown));
        }));
    }

    private PublicationState shown(Publication publication) {
        return Shapes.as(publication, PublicationState.class).versions(Places.orNull(
            versions.findByPublishIdOrderById(publication.publishId()), version -> {
                ObjectNode tree = Shapes.tree(version);
                tree.set("definition", Shapes.parse(version.definition(), ObjectNode.class));
                return Shapes.as(tree, ApiVersionState.class);
            }));
    }
}
