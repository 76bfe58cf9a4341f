package dev.postern.apig.gateway;

import dev.postern.apig.model.BandwidthChargingMode;
import dev.postern.apig.model.InstanceCreateReq;
import dev.postern.data.Ids;
import dev.postern.identity.Callers;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What a gateway is made of: what was asked for, and what the cloud decides itself. */
@Singleton
class GatewayPlan {

    private static final DateTimeFormatter ENDPOINT_SERVICE_TIME =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** Those of the vendor's example of a gateway, and all others that can be set. */
    private static final List<Object> FEATURES = List.of("lts", "gateway_responses", "ratelimit", "request_body_size",
        "backend_timeout", "app_token", "app_basic", "app_secret", "multi_auth", "route", "sign_basic", "app_route",
        "backend_client_certificate", "ssl_ciphers", "cors", "app_quota", "app_acl", "real_ip_from_xff",
        "set_resp_headers", "vpc_backup", "throttle_strategy", "watch_instance", "sign_aes",
        "mock_status_code_and_header", "backend_retry_count", "custom_log", "real_ip_header_getter",
        "policy_sys_param", "vpc_name_modifiable", "breaker", "default_group_host_trustlist", "app_api_key", "app_jwt",
        "public_key", "backend_token_allow", "policy_cookie_param", "kafka_log", "content_type_configurable",
        "rate_limit_plugin", "breakerv2", "rate_limit_algorithm");

    private static final List<Object> INSTANCE_FEATURES = List.of("resize_huge_flavor", "health_check_in_instance_etcd",
        "shubao_support_add_node", "upgrade_uninterrupted", "shubao_support_pp2", "shubao_support_full_pp2",
        "etcd_cert_update", "scc_material_update");

    /** The network that the nodes of gateways stand in. */
    private static final String NODES = "100.64.0.0/24";
    /** Mbit/s. */
    private static final int DEFAULT_BANDWIDTH = 5;

    private final Ids ids;
    private final String region;
    private final Callers callers;
    private final List<GatewayEquipment> equipment;

    GatewayPlan(Ids ids, @Value("${postern.region}") String region, Callers callers,
                List<GatewayEquipment> equipment) {
        this.ids = ids;
        this.region = region;
        this.callers = callers;
        this.equipment = equipment;
    }

    /** A gateway as asked for, not kept yet. */
    Gateway of(String projectId, InstanceCreateReq request, Instant now) {
        MaintenanceWindow window = MaintenanceWindow.of(request.getMaintainBegin(), request.getMaintainEnd());
        Gateway gateway = new Gateway();
        gateway.id = request.getInstanceId() == null ? ids.next() : request.getInstanceId();
        gateway.projectId = projectId;
        gateway.instanceName = request.getInstanceName();
        gateway.description = request.getDescription();
        gateway.status = Lifecycle.RUNNING;
        gateway.spec = request.getSpecId().getValue();
        gateway.type = "apig";
        gateway.createTime = now.toEpochMilli();
        gateway.enterpriseProjectId = request.getEnterpriseProjectId() == null ? "0" : request.getEnterpriseProjectId();
        gateway.loadbalancerProvider = request.getLoadbalancerProvider().getValue();
        gateway.instanceVersion = idOf("postern");
        gateway.availableZoneIds = List.copyOf(request.getAvailableZoneIds());
        // An open server knows nobody: there is one user in each project.
        gateway.userId = callers.provenUserId().orElseGet(() -> idOf("user of " + projectId));
        gateway.vpcId = request.getVpcId();
        gateway.subnetId = request.getSubnetId();
        gateway.virsubnetId = request.getSubnetId();
        gateway.securityGroupId = request.getSecurityGroupId();
        gateway.maintainBegin = window.begin();
        gateway.maintainEnd = window.end();
        gateway.isReleasable = true;
        gateway.supportedFeatures = FEATURES;
        gateway.instanceFeatures = INSTANCE_FEATURES;
        if (request.getTags() != null) {
            GatewayTags.add(gateway, request.getTags());
        }
        gateway.vpcepServiceName = request.getVpcepServiceName();
        String middle = gateway.vpcepServiceName == null || gateway.vpcepServiceName.isEmpty()
            ? "apig" : gateway.vpcepServiceName;
        gateway.endpointServices = List.of(endpointService(region + "." + middle + "." + ids.nextUuid(), now));
        addAddresses(gateway, request);
        return gateway;
    }

    /** Adds what every new gateway comes with. */
    void equip(Gateway gateway) {
        equipment.forEach(part -> part.equip(gateway.id));
    }

    /** Gives the endpoint service of a gateway another name, or none where it is empty. */
    void rename(Gateway gateway, String name, Instant now) {
        Map<Object, Object> service = new LinkedHashMap<>(
            gateway.endpointServices == null || gateway.endpointServices.isEmpty()
                ? endpointService(UUID.nameUUIDFromBytes(bytes(gateway.id)).toString(), now)
                : (Map<?, ?>) gateway.endpointServices.get(0));
        String full = service.get("service_name").toString();
        service.put("service_name",
            region + "." + (name.isEmpty() ? "" : name + ".") + full.substring(full.lastIndexOf('.') + 1));
        gateway.vpcepServiceName = name;
        gateway.endpointServices = List.of(service);
    }

    private static Map<String, Object> endpointService(String name, Instant now) {
        return Map.of("service_name", name, "created_at", ENDPOINT_SERVICE_TIME.format(now));
    }

    /** Addresses of documentation networks, for none of them can be reached; the same for the same gateway. */
    private static void addAddresses(Gateway gateway, InstanceCreateReq request) {
        int number = GatewayAddresses.number(gateway.id);
        gateway.ingressIp = "192.168.0." + number;
        gateway.shubaoIps = List.of("192.168.1." + number, "192.168.2." + number);
        gateway.livedataIps = List.of();
        gateway.privateips = List.of(Map.of("ip_address", gateway.ingressIp, "bandwidth_size", request.getBandwidthSize()));
        gateway.restrictCidrs = List.of("127.0.0.1/32", NODES);
        gateway.resourceSubnetCidr = NODES;
        if (request.getEipId() != null) {
            gateway.eipAddress = GatewayAddresses.elastic(request.getEipId());
        }
        if (Boolean.TRUE.equals(request.getIpv6Enable())) {
            gateway.eipIpv6Address = "2001:db8::" + number;
        }
        if (request.getIngressBandwidthSize() != null || request.getIngressBandwidthChargingMode() != null) {
            GatewayAddresses.openIngress(gateway,
                Objects.requireNonNullElse(request.getIngressBandwidthSize(), DEFAULT_BANDWIDTH),
                Objects.requireNonNullElse(request.getIngressBandwidthChargingMode(), BandwidthChargingMode.BANDWIDTH));
        }
        if (request.getBandwidthSize() > 0) {
            GatewayAddresses.openEgress(gateway, request.getBandwidthSize(), request.getBandwidthChargingMode());
        }
    }

    static String idOf(String name) {
        return UUID.nameUUIDFromBytes(bytes(name)).toString().replace("-", "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
