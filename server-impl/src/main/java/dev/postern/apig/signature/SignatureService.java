package dev.postern.apig.signature;

import dev.postern.apig.binding.Bindings;
import dev.postern.apig.binding.PolicyType;
import dev.postern.apig.feature.Features;
import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.model.BaseSignature;
import dev.postern.apig.model.ListSignatureKeysV2Response;
import dev.postern.apig.model.SignType;
import dev.postern.apig.model.Signature;
import dev.postern.apig.model.SignatureWithBindNum;
import dev.postern.data.Filter;
import dev.postern.data.Ids;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The rules of signature keys. */
@Singleton
class SignatureService {

    private final GatewayAccess gateways;
    private final Quotas quotas;
    private final SignatureKeyRepository keys;
    private final Bindings bindings;
    private final Features features;
    private final Ids ids;
    private final Clock clock;

    SignatureService(GatewayAccess gateways, Quotas quotas, SignatureKeyRepository keys, Bindings bindings,
                     Features features, Ids ids, Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.keys = keys;
        this.bindings = bindings;
        this.features = features;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a key; 400 APIG.3207 where the name is taken, 403 APIG.3105 where there are enough. */
    @Transactional
    Signature create(String projectId, String instanceId, BaseSignature key) {
        SignType type = key.getSignType() == null ? SignType.HMAC : key.getSignType();
        KeyForm form = form(type, key);
        Gateway gateway = gateways.write(projectId, instanceId);
        requireSupport(instanceId, type);
        quotas.require(gateway, Quota.SIGN_NUM_LIMIT, keys.countByInstanceId(instanceId));
        Instant now = clock.instant();
        return shown(keys.save(row(ids.next(), instanceId, type, form, key, now, now)));
    }

    /** Replaces a key; what is left out is made anew, except the type. 400 APIG.3207 where the name is taken. */
    @Transactional
    Signature update(String projectId, String instanceId, String signId, BaseSignature key) {
        gateways.write(projectId, instanceId);
        SignatureKey present = keys.require(instanceId, signId);
        SignType type = key.getSignType() == null ? SignType.fromValue(present.signType()) : key.getSignType();
        KeyForm form = form(type, key);
        requireSupport(instanceId, type);
        return shown(keys.update(row(signId, instanceId, type, form, key, present.createTime(), clock.instant())));
    }

    /** Deletes a key and its bindings. */
    @Transactional
    void delete(String projectId, String instanceId, String signId) {
        gateways.write(projectId, instanceId);
        keys.require(instanceId, signId);
        keys.deleteById(signId);
    }

    /** One window of the keys of a gateway, oldest first. */
    @Transactional
    ListSignatureKeysV2Response list(String projectId, String instanceId, String id, String name, String preciseSearch,
                                     long offset, int limit) {
        gateways.read(projectId, instanceId);
        PredicateSpecification<SignatureKey> wanted = Filter.<SignatureKey>equal("instanceId", instanceId)
            .and(Filter.equal("id", id)).and(Filter.named("name", name, preciseSearch));
        Page<SignatureKey> page = Page.of(keys, SignatureKey.class, wanted, (root, builder) ->
            List.of(builder.asc(root.get("createTime")), builder.asc(root.get("id"))), offset, limit);
        Map<String, Integer> bound =
            bindings.counts(PolicyType.SIGN, page.items().stream().map(SignatureKey::id).toList());
        List<SignatureWithBindNum> shown = page.items().stream().map(key ->
            Shapes.as(key, SignatureWithBindNum.class).bindNum(bound.get(key.id())).ldapiBindNum(0)).toList();
        return new ListSignatureKeysV2Response().signs(shown).size(shown.size()).total(page.total());
    }

    /** Refuses with 412 APIG.3548 what needs the feature public_key where that is off. */
    private void requireSupport(String instanceId, SignType type) {
        if (type == SignType.PUBLIC_KEY && !features.isOn(instanceId, "public_key")) {
            throw new ApiException(ErrorCode.APIG_3548, instanceId);
        }
    }

    private static KeyForm form(SignType type, BaseSignature key) {
        return KeyForm.of(type, key.getSignAlgorithm()).check(key.getSignKey(), key.getSignSecret());
    }

    private SignatureKey row(String id, String instanceId, SignType type, KeyForm form, BaseSignature key,
                             Instant createTime, Instant updateTime) {
        return new SignatureKey(id, instanceId, key.getName(), type.getValue(),
            key.getSignKey() == null ? form.newKey(ids) : key.getSignKey(),
            key.getSignSecret() == null ? form.newSecret(ids) : key.getSignSecret(),
            key.getSignAlgorithm() == null ? null : key.getSignAlgorithm().getValue(), createTime, updateTime);
    }

    private static Signature shown(SignatureKey key) {
        return Shapes.as(key, Signature.class);
    }
}
