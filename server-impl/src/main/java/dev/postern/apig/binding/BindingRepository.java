package dev.postern.apig.binding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The bindings of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BindingRepository extends GenericRepository<Binding, String> {

    /** Keeps a binding; the policy goes into the column that refers to policies of its type as well. */
    @Query("""
        insert into binding (id, instance_id, policy_type, policy_id, throttle_id, acl_id, sign_id, app_id, plugin_id,
            publish_id, slot, bound_time)
        select b.id, b.instance_id, b.policy_type, b.policy_id,
            case b.policy_type when 'THROTTLE' then b.policy_id end,
            case b.policy_type when 'ACL' then b.policy_id end,
            case b.policy_type when 'SIGN' then b.policy_id end,
            case b.policy_type when 'APP' then b.policy_id end,
            case b.policy_type when 'PLUGIN' then b.policy_id end,
            b.publish_id, b.slot, b.bound_time
        from (select cast(:id as varchar(64)) as id, cast(:instanceId as varchar(64)) as instance_id,
            cast(:policyType as varchar(16)) as policy_type, cast(:policyId as varchar(64)) as policy_id,
            cast(:publishId as varchar(64)) as publish_id, cast(:slot as varchar(80)) as slot,
            cast(:boundTime as bigint) as bound_time) b""")
    void insert(String id, String instanceId, PolicyType policyType, String policyId, String publishId, String slot,
                Instant boundTime);

    List<Binding> findByInstanceIdAndPolicyTypeOrderById(String instanceId, PolicyType policyType);

    List<Binding> findBySlotAndPublishIdIn(String slot, Collection<String> publishIds);

    boolean existsByPolicyTypeAndPolicyId(PolicyType policyType, String policyId);

    boolean existsByPolicyTypeAndPolicyIdAndPublishId(PolicyType policyType, String policyId, String publishId);

    @Query("select policy_id, count(*) as number from binding where policy_type = :type and policy_id in (:ids) group by policy_id")
    List<Count> countByPolicy(String type, Collection<String> ids);

    void deleteById(String id);

    /** How many rows that was: 0 or 1. */
    int deleteByIdAndInstanceIdAndPolicyType(String id, String instanceId, PolicyType policyType);

    void deleteByPolicyTypeAndPolicyIdInAndPublishIdIn(PolicyType policyType, Collection<String> policyIds,
                                                       Collection<String> publishIds);

    /** Frees a slot wherever a policy is bound in another one. */
    @Query("""
        delete from binding where slot = :slot and publish_id in (
            select publish_id from binding where policy_type = :type and policy_id = :policyId and slot <> :slot)""")
    void freeSlotFor(String type, String policyId, String slot);

    @Query("update binding set slot = :slot where policy_type = :type and policy_id = :policyId")
    void move(String type, String policyId, String slot);
}
