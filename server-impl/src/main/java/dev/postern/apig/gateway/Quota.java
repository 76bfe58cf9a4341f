package dev.postern.apig.gateway;

import dev.postern.error.ErrorCode;

/** What a gateway has only so many of, by the name of the vendor's configuration; the most is the vendor's default. */
public enum Quota {

    /** How many depends on the edition. */
    API_NUM_LIMIT(null, ErrorCode.APIG_3102),
    APIGROUP_NUM_LIMIT(1500, ErrorCode.APIG_3101),
    API_NUM_LIMIT_PER_GROUP(1000, ErrorCode.APIG_3125),
    APIGROUP_DOMAIN_NUM_LIMIT(5, ErrorCode.APIG_3108),
    /** Besides the default one, in each group. */
    RESPONSE_NUM_LIMIT(4, ErrorCode.APIG_3136),
    API_PARAM_NUM_LIMIT(50, ErrorCode.APIG_3111),
    API_POLICY_NUM_LIMIT(5, ErrorCode.APIG_3113),
    /** In each policy; an assumption. */
    API_CONDITION_NUM_LIMIT(5, ErrorCode.APIG_3114),
    API_TAG_NUM_LIMIT(10, ErrorCode.APIG_3133),
    /** Of an API in an environment: the oldest goes, nothing is refused. */
    API_VERSION_NUM_LIMIT(10, null),
    /** RELEASE included. */
    ENVIRONMENT_NUM_LIMIT(10, ErrorCode.APIG_3104),
    /** Of a group in an environment. */
    VARIABLE_NUM_LIMIT(50, ErrorCode.APIG_3106),
    /** Two of the vendor's pages say 50, its table 1. */
    APP_NUM_LIMIT(50, ErrorCode.APIG_3103),
    APP_CODE_NUM_LIMIT(5, ErrorCode.APIG_3131),
    THROTTLE_NUM_LIMIT(300, ErrorCode.APIG_3107),
    /** Excluded credentials of a throttling policy. */
    APP_THROTTLE_LIMIT(30, ErrorCode.APIG_3100),
    /** Excluded tenants of a throttling policy. */
    USER_THROTTLE_LIMIT(30, ErrorCode.APIG_3100),
    ACL_NUM_LIMIT(100, ErrorCode.APIG_3112),
    SIGN_NUM_LIMIT(200, ErrorCode.APIG_3105),
    AUTHORIZER_NUM_LIMIT(50, ErrorCode.APIG_3116),
    /** Of an authorizer; an assumption. */
    AUTHORIZER_IDENTITY_NUM_LIMIT(10, ErrorCode.APIG_3117),
    VPC_NUM_LIMIT(200, ErrorCode.APIG_3109),
    VPC_INSTANCE_NUM_LIMIT(10, ErrorCode.APIG_3110),

    // Limits that the vendor has no configuration for; their names are Postern's.
    PLUGIN_NUM_LIMIT(500, ErrorCode.APIG_3100),
    PLUGIN_KAFKA_LOG_NUM_LIMIT(5, ErrorCode.APIG_3100),
    /** APIs that a credential may call. */
    APP_API_NUM_LIMIT(1000, ErrorCode.APIG_3100);

    private final Integer most;
    private final ErrorCode exceeded;

    Quota(Integer most, ErrorCode exceeded) {
        this.most = most;
        this.exceeded = exceeded;
    }

    /** The default; null where it depends on the edition. */
    Integer most() {
        return most;
    }

    /** The refusal; null where nothing is refused. */
    ErrorCode exceeded() {
        return exceeded;
    }

    /** Whether the vendor lists it among the configurations of a gateway. */
    public boolean isListed() {
        return compareTo(PLUGIN_NUM_LIMIT) < 0;
    }
}
