package dev.postern.apig.acl;

import dev.postern.apig.binding.Bindings;
import dev.postern.apig.binding.PolicyType;
import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.model.AclBatchResultFailureResp;
import dev.postern.apig.model.ApiAclCreate;
import dev.postern.apig.model.ApiAclInfo;
import dev.postern.apig.model.ApiAclInfoWithBindNum;
import dev.postern.apig.model.BatchDeleteAclV2Response;
import dev.postern.apig.model.ListAclStrategiesV2Response;
import dev.postern.data.Batch;
import dev.postern.data.Filter;
import dev.postern.data.Ids;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The rules of access control policies. */
@Singleton
class AclService {

    private final GatewayAccess gateways;
    private final Quotas quotas;
    private final AclRepository acls;
    private final Bindings bindings;
    private final Ids ids;
    private final Clock clock;

    AclService(GatewayAccess gateways, Quotas quotas, AclRepository acls, Bindings bindings, Ids ids, Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.acls = acls;
        this.bindings = bindings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a policy; 400 APIG.3206 where the name is taken, 403 APIG.3112 where there are enough. */
    @Transactional
    ApiAclInfo create(String projectId, String instanceId, ApiAclCreate policy) {
        AclValue.check(policy.getEntityType(), policy.getAclValue());
        Gateway gateway = gateways.write(projectId, instanceId);
        quotas.require(gateway, Quota.ACL_NUM_LIMIT, acls.countByInstanceId(instanceId));
        return shown(acls.save(row(ids.next(), instanceId, policy)));
    }

    /** One window of the policies of a gateway, latest change first. */
    @Transactional
    ListAclStrategiesV2Response list(String projectId, String instanceId, String id, String name, String aclType,
                                     String entityType, String preciseSearch, long offset, int limit) {
        gateways.read(projectId, instanceId);
        PredicateSpecification<Acl> wanted = Filter.<Acl>equal("instanceId", instanceId)
            .and(Filter.equal("id", id)).and(Filter.named("name", name, preciseSearch))
            .and(Filter.equal("aclType", aclType)).and(Filter.equal("entityType", entityType));
        Page<Acl> page = Page.newest(acls, Acl.class, wanted, "updateTime", offset, limit);
        Map<String, Integer> bound =
            bindings.counts(PolicyType.ACL, page.items().stream().map(Acl::id).toList());
        List<ApiAclInfoWithBindNum> shown = page.items().stream().map(row ->
            Shapes.as(row, ApiAclInfoWithBindNum.class).aclName(row.name()).bindNum(bound.get(row.id()))).toList();
        return new ListAclStrategiesV2Response().acls(shown).size(shown.size()).total(page.total());
    }

    /** A policy. */
    @Transactional
    ApiAclInfo show(String projectId, String instanceId, String aclId) {
        gateways.read(projectId, instanceId);
        return shown(acls.require(instanceId, aclId));
    }

    /** Replaces a policy, which goes on naming callers of the same kind; 400 APIG.3206 where the name is taken. */
    @Transactional
    ApiAclInfo update(String projectId, String instanceId, String aclId, ApiAclCreate policy) {
        AclValue.check(policy.getEntityType(), policy.getAclValue());
        gateways.write(projectId, instanceId);
        if (!acls.require(instanceId, aclId).entityType().equals(policy.getEntityType().getValue())) {
            throw Dialect.APIG.invalidField("entity_type", "it cannot change");
        }
        return shown(acls.update(row(aclId, instanceId, policy)));
    }

    /** Deletes a policy that is bound to nothing; 403 APIG.3447 otherwise. */
    @Transactional
    void delete(String projectId, String instanceId, String aclId) {
        gateways.write(projectId, instanceId);
        delete(instanceId, aclId, ErrorCode.APIG_3447);
    }

    /** Deletes policies; those that are bound or not there come back as failures. */
    @Transactional
    BatchDeleteAclV2Response deleteAll(String projectId, String instanceId, List<String> aclIds) {
        gateways.write(projectId, instanceId);
        Batch<AclBatchResultFailureResp> batch = Batch.of(aclIds,
            id -> delete(instanceId, id, ErrorCode.APIG_3447_BATCH),
            (id, error) -> new AclBatchResultFailureResp().aclId(id)
                .aclName(acls.findByIdAndInstanceId(id, instanceId).map(Acl::name).orElse(null))
                .errorCode(error.errorCode()).errorMsg(error.errorMsg()));
        return new BatchDeleteAclV2Response().successCount(batch.successCount()).failure(batch.failure());
    }

    private void delete(String instanceId, String aclId, ErrorCode bound) {
        acls.require(instanceId, aclId);
        bindings.requireUnbound(PolicyType.ACL, aclId, bound);
        acls.deleteById(aclId);
    }

    private static ApiAclInfo shown(Acl acl) {
        return Shapes.as(acl, ApiAclInfo.class).aclName(acl.name());
    }

    private Acl row(String id, String instanceId, ApiAclCreate policy) {
        return new Acl(id, instanceId, policy.getAclName(), policy.getAclType().getValue(),
            policy.getEntityType().getValue(), policy.getAclValue(), clock.instant());
    }
}
