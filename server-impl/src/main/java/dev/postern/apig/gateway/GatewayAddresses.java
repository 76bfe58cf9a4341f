package dev.postern.apig.gateway;

import dev.postern.apig.model.AddEipV2Response;
import dev.postern.apig.model.AddIngressEipV2Response;
import dev.postern.apig.model.BandwidthChargingMode;
import dev.postern.apig.model.OpenEngressEipReq;
import dev.postern.apig.model.OpenIngressEipReq;
import dev.postern.apig.model.UpdateEngressEipReq;
import dev.postern.apig.model.UpdateIngressEipReq;
import dev.postern.apig.model.UpdateIngressEipV2Response;
import dev.postern.data.Ids;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Public addresses of gateways: an elastic one, one for calls to the internet, and one for calls from it. */
@Singleton
class GatewayAddresses {

    private final GatewayRepository repository;
    private final GatewayHold hold;
    private final Ids ids;

    GatewayAddresses(GatewayRepository repository, GatewayHold hold, Ids ids) {
        this.repository = repository;
        this.hold = hold;
        this.ids = ids;
    }

    /** Binds an elastic address, in place of the one there may be. */
    @Transactional
    AddEipV2Response addEip(String projectId, String instanceId, String eipId) {
        if (eipId == null) {
            throw new ApiException(ErrorCode.APIC_7211, "eip_id");
        }
        Gateway bound = change(projectId, instanceId, gateway -> gateway.eipAddress = elastic(eipId));
        return new AddEipV2Response().eipId(eipId).eipAddress(bound.eipAddress).eipStatus("ACTIVE");
    }

    /** Unbinds it; nothing happens where none is bound. */
    @Transactional
    void removeEip(String projectId, String instanceId) {
        change(projectId, instanceId, gateway -> {
            gateway.eipAddress = null;
            gateway.eipIpv6Address = null;
        });
    }

    /** Lets a gateway call the internet; 409 APIC.7709 where it does. */
    @Transactional
    void addEgress(String projectId, String instanceId, OpenEngressEipReq request) {
        // A required field of no type is let through by the generated checks.
        if (request.getBandwidthSize() == null) {
            throw Dialect.APIC.invalidField("bandwidth_size", "the bandwidth is missing");
        }
        int size = megabits(request.getBandwidthSize(), ErrorCode.APIC_9210);
        change(projectId, instanceId, gateway -> {
            if (gateway.natEipAddress != null) {
                throw new ApiException(ErrorCode.APIC_7709);
            }
            openEgress(gateway, size, request.getBandwidthChargingMode());
        });
    }

    /** Changes how fast it does; 400 APIC.9211 where it does not. */
    @Transactional
    void updateEgress(String projectId, String instanceId, UpdateEngressEipReq request) {
        Integer size = request.getBandwidthSize() == null
            ? null : Integer.valueOf(megabits(request.getBandwidthSize(), ErrorCode.APIC_9211));
        change(projectId, instanceId, gateway -> {
            if (gateway.natEipAddress == null) {
                throw new ApiException(ErrorCode.APIC_9211);
            }
            gateway.bandwidthSize = size == null ? gateway.bandwidthSize : size;
            gateway.bandwidthChargingMode = request.getBandwidthChargingMode().getValue();
        });
    }

    /** Ends calls to the internet; nothing happens where there were none. */
    @Transactional
    void removeEgress(String projectId, String instanceId) {
        change(projectId, instanceId, gateway -> {
            gateway.natEipAddress = null;
            gateway.natEipIpv6Cidr = null;
            gateway.bandwidthSize = null;
            gateway.bandwidthChargingMode = null;
        });
    }

    /** Lets a gateway be called from the internet; 409 APIC.7711 where it is. */
    @Transactional
    AddIngressEipV2Response addIngress(String projectId, String instanceId, OpenIngressEipReq request) {
        String job = ids.nextJob();
        change(projectId, instanceId, gateway -> {
            if (isReached(gateway)) {
                throw new ApiException(ErrorCode.APIC_7711);
            }
            openIngress(gateway, request.getBandwidthSize(), request.getBandwidthChargingMode());
        });
        return new AddIngressEipV2Response().instanceId(instanceId).jobId(job).message(message(instanceId, job));
    }

    /** Changes how fast it is; 400 APIC.9211 where it is not. */
    @Transactional
    UpdateIngressEipV2Response updateIngress(String projectId, String instanceId, UpdateIngressEipReq request) {
        String job = ids.nextJob();
        change(projectId, instanceId, gateway -> {
            if (!isReached(gateway)) {
                throw new ApiException(ErrorCode.APIC_9211);
            }
            if (request.getBandwidthSize() != null) {
                gateway.ingressBandwidthSize = request.getBandwidthSize();
                gateway.publicips = List.copyOf(Shapes.all(gateway.publicips, Map.class).stream()
                    .map(address -> Map.of("ip_address", address.get("ip_address"),
                        "bandwidth_size", request.getBandwidthSize())).toList());
            }
            gateway.ingressBandwidthChargingMode = request.getBandwidthChargingMode().getValue();
        });
        return new UpdateIngressEipV2Response().instanceId(instanceId).jobId(job).message(message(instanceId, job));
    }

    /** Ends calls from the internet; nothing happens where there were none. */
    @Transactional
    void removeIngress(String projectId, String instanceId) {
        change(projectId, instanceId, gateway -> {
            gateway.publicips = null;
            gateway.ingressBandwidthSize = null;
            gateway.ingressBandwidthChargingMode = null;
        });
    }

    /** The address that an id stands for: one of a documentation network, the same for the same id. */
    static String elastic(String eipId) {
        return "203.0.113." + number(eipId);
    }

    /** Gives a gateway an address to call the internet from. */
    static void openEgress(Gateway gateway, int size, BandwidthChargingMode mode) {
        gateway.natEipAddress = "198.51.100." + number(gateway.id);
        gateway.bandwidthSize = size;
        gateway.bandwidthChargingMode = mode.getValue();
    }

    /** Gives a gateway an address to be called at from the internet. */
    static void openIngress(Gateway gateway, int size, BandwidthChargingMode mode) {
        gateway.publicips = List.of(Map.of("ip_address", "192.0.2." + number(gateway.id), "bandwidth_size", size));
        gateway.ingressBandwidthSize = size;
        gateway.ingressBandwidthChargingMode = mode.getValue();
    }

    /** The last number of the addresses of something. */
    static int number(String id) {
        return Math.floorMod(id.hashCode(), 250) + 1;
    }

    private Gateway change(String projectId, String instanceId, Consumer<Gateway> change) {
        Gateway gateway = hold.running(projectId, instanceId);
        change.accept(gateway);
        return repository.update(gateway);
    }

    private static boolean isReached(Gateway gateway) {
        return gateway.publicips != null && !gateway.publicips.isEmpty();
    }

    /** A bandwidth that came as text or as a number. */
    private static int megabits(Object size, ErrorCode refused) {
        String text = size instanceof String || size instanceof Integer ? size.toString() : "";
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new ApiException(refused);
        }
        return Integer.parseInt(text);
    }

    private static String message(String instanceId, String job) {
        return "JOB_ASSIGNED_FOR_UPDATE_0077I:The job " + job + " is assigned to the instance " + instanceId
            + " for running updating";
    }
}
