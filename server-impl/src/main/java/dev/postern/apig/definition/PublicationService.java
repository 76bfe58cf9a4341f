package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.apig.environment.EnvironmentRepository;
import dev.postern.apig.environment.EnvironmentVariables;
import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.group.ApiGroupRepository;
import dev.postern.apig.model.ApiActionInfo;
import dev.postern.apig.model.ApiBatchPublish;
import dev.postern.apig.model.BatchFailure;
import dev.postern.apig.model.BatchPublishOrOfflineApiV2Response;
import dev.postern.apig.model.PublishAction;
import dev.postern.apig.model.PublishResp;
import dev.postern.data.Batch;
import dev.postern.data.Ids;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Publishes APIs in environments and takes them offline. */
@Singleton
public class PublicationService {

    private final GatewayAccess gateways;
    private final Quotas quotas;
    private final EnvironmentRepository environments;
    private final EnvironmentVariables variables;
    private final ApiGroupRepository groups;
    private final ApiRepository apis;
    private final PublicationRepository publications;
    private final VersionRepository versions;
    private final Ids ids;
    private final Clock clock;

    PublicationService(GatewayAccess gateways, Quotas quotas, EnvironmentRepository environments,
                       EnvironmentVariables variables, ApiGroupRepository groups, ApiRepository apis, PublicationRepository publications,
                       VersionRepository versions, Ids ids, Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.environments = environments;
        this.variables = variables;
        this.groups = groups;
        this.apis = apis;
        this.publications = publications;
        this.versions = versions;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    PublishResp act(String projectId, String instanceId, ApiActionInfo wanted) {
        Gateway gateway = gateways.write(projectId, instanceId);
        environments.require(instanceId, wanted.getEnvId());
        Api api = apis.require(instanceId, wanted.getApiId());
        return shown(wanted.getAction() == PublishAction.ONLINE
            ? publish(gateway, api, wanted.getEnvId(), wanted.getRemark()) : takeOffline(api, wanted.getEnvId()));
    }

    /** Does the same to several APIs, or to all of a group; what fails is said of each. */
    @Transactional
    BatchPublishOrOfflineApiV2Response actOnAll(String projectId, String instanceId, String action,
                                                ApiBatchPublish wanted) {
        if (wanted.getApis() == null && wanted.getGroupId() == null) {
            throw Dialect.APIG.invalidField("apis", "they or a group have to be there");
        }
        Gateway gateway = gateways.write(projectId, instanceId);
        environments.require(instanceId, wanted.getEnvId());
        if (wanted.getGroupId() != null) {
            groups.require(instanceId, wanted.getGroupId());
        }
        List<Api> meant = wanted.getApis() == null
            ? apis.findByInstanceIdAndGroupIdOrderById(instanceId, wanted.getGroupId())
            : wanted.getApis().isEmpty() ? List.of() : apis.findByInstanceIdAndIdIn(instanceId, wanted.getApis());
        Map<String, Api> known = meant.stream().collect(Collectors.toMap(Api::id, Function.identity()));
        List<PublishResp> success = new ArrayList<>();
        Batch<BatchFailure> batch = Batch.of(wanted.getApis() == null
            ? meant.stream().map(Api::id).toList() : wanted.getApis(), id -> {
                Api api = known.get(id);
                if (api == null) {
                    throw new ApiException(ErrorCode.APIG_3002_BATCH, id);
                }
                success.add(shown(action.equals(PublishAction.ONLINE.getValue())
                    ? publish(gateway, api, wanted.getEnvId(), wanted.getRemark())
                    : takeOffline(api, wanted.getEnvId())).apiName(api.name()));
            }, (id, error) -> new BatchFailure().apiId(id)
                .apiName(known.containsKey(id) ? known.get(id).name() : null)
                .errorCode(error.errorCode()).errorMsg(error.errorMsg()));
        return new BatchPublishOrOfflineApiV2Response().success(success).failure(batch.failure());
    }

    /** Publishes again, as they are published, the APIs that use a variable which has another value from now on. */
    public void republish(Gateway gateway, String groupId, String envId, String variable, String value) {
        for (Version version : versions.findInEffect(gateway.id, envId, "\"" + variable + "\":")) {
            ObjectNode definition = Shapes.parse(version.definition(), ObjectNode.class);
            if (groupId.equals(Definition.text(definition, "group_id"))
                    && VariableNames.rebound(definition, variable, value)) {
                Publication present = publications.findById(version.publishId()).orElseThrow();
                take(present, definition, gateway, present.apiId(), envId, version.remark());
            }
        }
    }

    /** Takes the present definition into effect; refuses before anything is changed. */
    private Publication publish(Gateway gateway, Api api, String envId, @Nullable String remark) {
        ObjectNode definition = VariableNames.bound(Definition.of(api),
            variables.of(api.instanceId(), api.groupId(), envId));
        return take(publications.findByApiIdAndEnvId(api.id(), envId).orElse(null), definition, gateway, api.id(),
            envId, remark);
    }

    /** Makes a version of a definition and lets it take effect. */
    private Publication take(@Nullable Publication before, ObjectNode definition, Gateway gateway, String apiId,
                             String envId, @Nullable String remark) {
        Instant now = clock.instant();
        Publication publication = new Publication(before == null ? ids.next() : before.publishId(), gateway.id,
            apiId, envId, true, now, remark, ids.next());
        if (before == null) {
            publications.save(publication);
        } else {
            publications.update(publication);
        }
        versions.save(new Version(null, publication.versionId(), gateway.id, publication.publishId(),
            VersionService.number(now), now, remark, Shapes.text(definition)));
        List<Version> all = versions.findByPublishIdOrderByPublishTimeAndId(publication.publishId());
        all.stream().filter(version -> !version.versionId().equals(publication.versionId()))
            .limit(Math.max(0, all.size() - quotas.most(gateway, Quota.API_VERSION_NUM_LIMIT))).forEach(versions::delete);
        return publication;
    }

    private Publication takeOffline(Api api, String envId) {
        return takeOffline(publications.findByApiIdAndEnvId(api.id(), envId).filter(Publication::online)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3015)));
    }

    /** Lets no version take effect any more; versions and bindings stay. */
    Publication takeOffline(Publication online) {
        return publications.update(new Publication(online.publishId(), online.instanceId(), online.apiId(),
            online.envId(), false, online.publishTime(), online.remark(), null));
    }

    /** Lets a version take effect. */
    PublishResp switchTo(Publication present, Version version) {
        return shown(publications.update(new Publication(present.publishId(), present.instanceId(), present.apiId(),
            present.envId(), true, clock.instant(), version.remark(), version.versionId())));
    }

    private static PublishResp shown(Publication publication) {
        return Shapes.as(publication, PublishResp.class);
    }
}
