package dev.postern.apig.configuration;

import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.ProjectQuota;
import dev.postern.apig.gateway.ProjectQuotas;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.model.Config;
import dev.postern.apig.model.ConfigName;
import dev.postern.apig.model.InstanceConfig;
import dev.postern.apig.model.InstanceConfigName;
import dev.postern.apig.model.ListInstanceConfigsV2Response;
import dev.postern.apig.model.ListProjectCofigsV2Response;
import dev.postern.control.model.QuotaState;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What projects and gateways are limited in. */
@Singleton
class ConfigurationService {

    private final GatewayAccess gateways;
    private final ProjectQuotas projects;
    private final Quotas quotas;
    private final ConfigurationRepository repository;

    ConfigurationService(GatewayAccess gateways, ProjectQuotas projects, Quotas quotas,
                         ConfigurationRepository repository) {
        this.gateways = gateways;
        this.projects = projects;
        this.quotas = quotas;
        this.repository = repository;
    }

    /** The one limit of a project. */
    ListInstanceConfigsV2Response ofProject(String projectId, long offset, int limit) {
        ProjectQuota quota = projects.of(projectId);
        InstanceConfig config = new InstanceConfig().configId("1").configName(InstanceConfigName.INSTANCE_NUM_LIMIT)
            .configValue(String.valueOf(quota.instanceNumLimit()))
            .configTime(quota.configTime() == null ? null : quota.configTime().toEpochMilli())
            .remark(Objects.requireNonNullElse(quota.remark(), "Gateways in the project"));
        Page<InstanceConfig> page = Page.of(List.of(config), offset, limit);
        return new ListInstanceConfigsV2Response().configs(page.items()).size(page.items().size()).total(page.total());
    }

    /** The limits of a gateway, the highest id first, as the vendor's example has them. */
    @Transactional
    ListProjectCofigsV2Response ofGateway(String projectId, String instanceId, long offset, int limit) {
        Gateway gateway = gateways.read(projectId, instanceId);
        Map<String, Long> used = repository.usage(instanceId).stream()
            .collect(Collectors.toMap(Usage::name, Usage::used));
        Map<String, QuotaState> set = gateway.quotas == null ? Map.of()
            : Shapes.all(gateway.quotas, QuotaState.class).stream()
                .collect(Collectors.toMap(quota -> quota.getName().getValue(), Function.identity()));
        Page<Limit> page = Page.of(
            Arrays.stream(Limit.values()).sorted(Comparator.reverseOrder()).toList(), offset, limit);
        List<Config> configs = page.items().stream()
            .map(each -> shown(each, gateway, set.getOrDefault(each.name(), new QuotaState()))
                .used(used.getOrDefault(each.name(), 0L)))
            .toList();
        return new ListProjectCofigsV2Response().configs(configs).size(configs.size()).total(page.total());
    }

    private Config shown(Limit limit, Gateway gateway, QuotaState set) {
        return new Config().configId(limit.id()).configName(ConfigName.fromValue(limit.name()))
            .configValue(limit.value(gateway, quotas))
            .configTime(set.getConfigTime() == null
                ? Instant.ofEpochMilli(gateway.createTime).atOffset(ZoneOffset.UTC) : set.getConfigTime())
            .remark(Objects.requireNonNullElse(set.getRemark(), limit.remark()));
    }
}
