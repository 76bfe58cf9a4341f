package dev.postern.apig.gateway;

import dev.postern.apig.model.InstanceCreateReq;
import dev.postern.data.Ids;
import dev.postern.data.Shapes;
import dev.postern.identity.Callers;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a gateway is made of: what was asked for, and what the cloud decides itself. */
@Singleton
class GatewayPlan {

    private static final DateTimeFormatter ENDPOINT_SERVICE_TIME =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** The features that the vendor's example of a gateway has. */
    private static final List<Object> FEATURES = List.of("lts", "gateway_responses", "ratelimit", "request_body_size",
        "backend_timeout", "app_token", "app_basic", "app_secret", "multi_auth", "route", "sign_basic", "app_route",
        "backend_client_certificate", "ssl_ciphers", "cors", "app_quota", "app_acl", "real_ip_from_xff",
        "set_resp_headers", "vpc_backup", "throttle_strategy", "watch_instance", "sign_aes",
        "mock_status_code_and_header", "backend_retry_count", "custom_log", "real_ip_header_getter",
        "policy_sys_param", "vpc_name_modifiable", "breaker", "default_group_host_trustlist");

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
        // The vendor discards what was asked for and decides by region.
        gateway.loadbalancerProvider = "lvs";
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
        gateway.tags = request.getTags() == null ? null : new ArrayList<>(Shapes.all(request.getTags(), Map.class));
        gateway.vpcepServiceName = request.getVpcepServiceName();
        gateway.endpointServices = List.of(endpointService(request.getVpcepServiceName(), now));
        addAddresses(gateway, request);
        return gateway;
    }

    /** Adds what every new gateway comes with. */
    void equip(Gateway gateway) {
        equipment.forEach(part -> part.equip(gateway.id));
    }

    private Map<String, Object> endpointService(String name, Instant now) {
        String middle = name == null || name.isEmpty() ? "apig" : name;
        return Map.of(
            "service_name", region + "." + middle + "." + ids.nextUuid(),
            "created_at", ENDPOINT_SERVICE_TIME.format(now));
    }

    /** Addresses of documentation networks, for none of them can be reached; the same for the same gateway. */
    private static void addAddresses(Gateway gateway, InstanceCreateReq request) {
        int number = Math.floorMod(gateway.id.hashCode(), 250) + 1;
        gateway.ingressIp = "192.168.0." + number;
        gateway.shubaoIps = List.of("192.168.1." + number, "192.168.2." + number);
        gateway.livedataIps = List.of();
        gateway.privateips = List.of(Map.of("ip_address", gateway.ingressIp, "bandwidth_size", request.getBandwidthSize()));
        if (request.getEipId() != null) {
            gateway.eipAddress = "203.0.113." + number;
            gateway.ingressBandwidthSize = request.getIngressBandwidthSize();
            gateway.ingressBandwidthChargingMode = request.getIngressBandwidthChargingMode().getValue();
            gateway.publicips = List.of(
                Map.of("ip_address", gateway.eipAddress, "bandwidth_size", gateway.ingressBandwidthSize));
        }
        gateway.natEipAddress = "198.51.100." + number;
        gateway.bandwidthSize = request.getBandwidthSize();
        gateway.bandwidthChargingMode = request.getBandwidthChargingMode().getValue();
    }

    private static String idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString().replace("-", "");
    }
}
