package dev.postern.fuzz;

import java.util.Map;

/** The fields that are not read as they were sent, with the reason: the vendor documents each of them so. */
final class Deviations {

    private static final String OTHER_BACKEND = "left out unless it is the backend of the API: decision 0006";
    private static final String NEVER_SHOWN = "never shown again";

    /** By kind of resource and place in the body. */
    static final Map<String, String> BY_FIELD = Map.ofEntries(
            Map.entry("instances.available_zone_ids", "a list in a text, as in the example"),
            Map.entry("instances.eip_id", "read as eip_address, which is what the id stands for"),
            Map.entry("instances.ingress_bandwidth_size", "read in publicips"),
            Map.entry("instances.instance_id", "read as id"),
            Map.entry("instances.ipv6_enable", "read as spec, which ends with _IPV6"),
            Map.entry("instances.spec_id", "read as spec"),
            Map.entry("instances.tags", "read with listInstanceTags"),
            Map.entry("instances.vpcep_service_name", "read in endpoint_service"),
            Map.entry("certificates.cert_content", NEVER_SHOWN),
            Map.entry("certificates.private_key", NEVER_SHOWN),
            Map.entry("certificates.trusted_root_ca", NEVER_SHOWN),
            Map.entry("certificate.cert_content", NEVER_SHOWN),
            Map.entry("certificate.private_key", NEVER_SHOWN),
            Map.entry("certificate.trusted_root_ca", NEVER_SHOWN),
            Map.entry("certificate.name", "left out of one that was added to a domain name, as in the example"),
            Map.entry("app-quotas.reset_time", "with an offset behind it, as in the example"),
            Map.entry("apis.backend_api", OTHER_BACKEND),
            Map.entry("apis.backend_api.vpc_channel_info", "left out where no channel is used"),
            Map.entry("apis.func_info", OTHER_BACKEND),
            Map.entry("apis.mock_info", OTHER_BACKEND),
            Map.entry("apis.policy_https", OTHER_BACKEND),
            Map.entry("apis.policy_functions", OTHER_BACKEND),
            Map.entry("apis.policy_mocks", OTHER_BACKEND),
            Map.entry("apis.backend_api.url_domain", "with a load balance channel, the id of that"),
            Map.entry("apis.policy_https[].url_domain", "with a load balance channel, the id of that"));

    private Deviations() {
    }
}
