package dev.postern.apig.gateway;

import dev.postern.data.ListConverter;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.util.List;

/**
 * A dedicated gateway as it is kept.
 *
 * <p>{@code status} and {@code spec} hold once no transition is under way; what is shown follows from the transition
 * and the clock, see {@link Lifecycle}.
 */
@MappedEntity("gateway")
@Introspected(accessKind = Introspected.AccessKind.FIELD, visibility = Introspected.Visibility.PUBLIC)
public class Gateway {

    @Id
    public String id;
    public String projectId;
    public String instanceName;
    public String description;
    public String status;
    public String transitionKind;
    /** Nanoseconds since 1970. */
    public Long transitionStart;
    /** Nanoseconds since 1970. */
    public Long transitionEnd;
    /** How many reads show the transition in all; null where the clock counts. */
    public Integer transitionReads;
    /** How many of them are still to come. */
    public Integer transitionReadsLeft;
    public String transitionSpec;
    public String spec;
    public String type;
    /** Milliseconds since 1970. */
    public long createTime;
    /** Milliseconds since 1970; null while the creation is the last transition, and where it is not known. */
    public Long creationEndTime;
    public String creationErrorCode;
    public String creationErrorMsg;
    public int chargingMode;
    public String cbcMetadata;
    @TypeDef(type = DataType.STRING, converter = ListConverter.class)
    public List<Object> cbcOperationLocks;
    public String enterpriseProjectId;
    public String loadbalancerProvider;
    public String instanceVersion;
    @TypeDef(type = DataType.STRING, converter = ListConverter.class)
    public List<Object> availableZoneIds;
    public String userId;
    public String vpcId;
    public String subnetId;
    public String virsubnetId;
    public String securityGroupId;
    public String maintainBegin;
    public String maintainEnd;
    public String eipAddress;
    public String ingressIp;
    @MappedProperty("ingress_ip_v6")
    public String ingressIpV6;
    public String natEipAddress;
    public String natEipIpv6Cidr;
    public String eipIpv6Address;
    public String romaEipAddress;
    /** Mbit/s. */
    public Integer bandwidthSize;
    public String bandwidthChargingMode;
    /** Mbit/s. */
    public Integer ingressBandwidthSize;
    public String ingressBandwidthChargingMode;
    public String vpcepServiceName;
    public Boolean isReleasable;
    @TypeDef(type = DataType.STRING, converter = ListConverter.class)
    public List<Object> supportedFeatures;
    @TypeDef(type = DataType.STRING, converter = ListConverter.class)
    public List<Object> instanceFeatures;
    @TypeDef(type = DataType.STRING, converter = ListConverter.class)
    public List<Object> restrictCidrs;
    public String resourceSubnetCidr;
    @TypeDef(type = DataType.STRING, converter = ListConverter.class)
    public List<Object> endpointServices;
    @TypeDef(type = DataType.STRING, converter = ListConverter.class)
    public List<Object> shubaoIps;
    @TypeDef(type = DataType.STRING, converter = ListConverter.class)
    public List<Object> livedataIps;
    @TypeDef(type = DataType.STRING, converter = ListConverter.class)
    public List<Object> publicips;
    @TypeDef(type = DataType.STRING, converter = ListConverter.class)
    public List<Object> privateips;
    @TypeDef(type = DataType.STRING, converter = ListConverter.class)
    public List<Object> unreliableIps;
    @TypeDef(type = DataType.STRING, converter = ListConverter.class)
    public List<Object> tags;
    /** Quotas that differ from the defaults, each with {@code name} and {@code most}. */
    @TypeDef(type = DataType.STRING, converter = ListConverter.class)
    public List<Object> quotas;
}
