package dev.postern.apig.configuration;

import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;

/** What a gateway is limited in, in the order of the vendor's ids; what is no quota always has the same value. */
enum Limit {

    API_NUM_LIMIT("APIs in the gateway"),
    APP_NUM_LIMIT("Credentials in the gateway"),
    APIGROUP_NUM_LIMIT("API groups in the gateway"),
    ENVIRONMENT_NUM_LIMIT("Environments in the gateway"),
    VARIABLE_NUM_LIMIT("Variables of an API group in an environment"),
    SIGN_NUM_LIMIT("Signature keys in the gateway"),
    THROTTLE_NUM_LIMIT("Request throttling policies in the gateway"),
    APIGROUP_DOMAIN_NUM_LIMIT("Domain names of an API group"),
    API_VERSION_NUM_LIMIT("Versions that are kept of an API in an environment"),
    VPC_NUM_LIMIT("Load balance channels in the gateway"),
    VPC_INSTANCE_NUM_LIMIT("Servers of a channel"),
    API_PARAM_NUM_LIMIT("Parameters of an API"),
    API_USER_CALL_LIMIT("200", "Calls of an API in a second"),
    ACL_NUM_LIMIT("Access control policies in the gateway"),
    APP_THROTTLE_LIMIT("Credentials with limits of their own in a throttling policy"),
    USER_THROTTLE_LIMIT("Tenants with limits of their own in a throttling policy"),
    API_NUM_LIMIT_PER_GROUP("APIs of an API group"),
    API_POLICY_NUM_LIMIT("Backend policies of an API"),
    API_CONDITION_NUM_LIMIT("Conditions of a backend policy"),
    SL_DOMAIN_CALL_LIMIT("1000", "Calls in a day by the debugging domain name of an API group"),
    ELB_SWITCH("1", "Channels to load balancers"),
    AUTHORIZER_NUM_LIMIT("Custom authorizers in the gateway"),
    AUTHORIZER_IDENTITY_NUM_LIMIT("Identity sources of a custom authorizer"),
    APP_CODE_NUM_LIMIT("AppCodes of a credential"),
    REGION_MANAGER_WHITELIST_SERVICES("", "Services that the manager of the region does not check"),
    API_SWAGGER_NUM_LIMIT("10", "Files that an API group can be imported from"),
    API_TAG_NUM_LIMIT("Tags of an API"),
    LTS_SWITCH("1", "Logs to LTS"),
    APP_KEY_SECRET_SWITCH("1", "Keys and secrets of one's own choice"),
    RESPONSE_NUM_LIMIT("Gateway responses of an API group beside its default one"),
    CONFIG_NUM_LIMIT_PER_APP("50", "Settings of a credential"),
    BACKEND_TOKEN_ALLOW_SWITCH("2", "Tokens passed on to backends"),
    APP_TOKEN_SWITCH("1", "Tokens of credentials"),
    API_DESIGNER_SWITCH("1", "The API designer"),
    APP_API_KEY_SWITCH("1", "API keys of credentials"),
    APP_BASIC_SWITCH("1", "Basic authentication of credentials"),
    APP_JWT_SWITCH("1", "JWTs of credentials"),
    APP_ROUTE_SWITCH("1", "Calls by address"),
    PUBLIC_KEY_SWITCH("1", "Public keys of backend signatures"),
    APP_SECRET_SWITCH("1", "Secrets of credentials as they are"),
    CASCADE_SWITCH("2", "Gateways in a chain"),
    IS_INIT_API_PATH_HASH("1", "Hashed paths of APIs");

    private final String fixed;
    private final String remark;

    Limit(String remark) {
        this(null, remark);
    }

    Limit(String fixed, String remark) {
        this.fixed = fixed;
        this.remark = remark;
    }

    /** The vendor's number of it. */
    String id() {
        return String.valueOf(ordinal() + 1);
    }

    /** What it means, for people. */
    String remark() {
        return remark;
    }

    /** How much a gateway may have, or whether it has it: 1 is on and 2 is off. */
    String value(Gateway gateway, Quotas quotas) {
        return fixed == null ? String.valueOf(quotas.most(gateway, Quota.valueOf(name()))) : fixed;
    }
}
