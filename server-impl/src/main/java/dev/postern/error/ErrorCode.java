package dev.postern.error;

import io.micronaut.http.HttpStatus;

/**
 * The error codes that Postern answers with, each with its HTTP status and its message.
 *
 * <p>Source: the vendor's error catalogue and, where an operation's example differs, the example. A constant is
 * named after its code; a code with messages of several forms has one constant for each.
 */
public enum ErrorCode {

    APIC_7102("APIC.7102", 401, "Incorrect token or token resolution failed"),
    APIC_7106("APIC.7106", 403, "No permissions to request for the method"),
    APIC_7211("APIC.7211", 400, "Parameter value does not match the rules, parameter name[%s]"),
    APIC_7230("APIC.7230", 400, "The maintenance time window must be 4 hours"),
    APIC_7235("APIC.7235", 400, "The maintenance time window must start or end with 2, 6, 10, 14, 18, or 22"),
    APIC_7243("APIC.7243", 400, "Scale-up is not supported by this edition"),
    APIC_7301("APIC.7301", 404, "Instance spec not found"),
    APIC_7302("APIC.7302", 404, "Instance not found"),
    APIC_7400("APIC.7400", 403, "Maximum number of gateways reached"),
    APIC_7402("APIC.7402", 403, "The number of tags exceeds the maximum allowed limit"),
    APIC_7500("APIC.7500", 400, "The gateway name already exists"),
    APIC_7505("APIC.7505", 400, "The gateway ID already exists"),
    APIC_7701("APIC.7701", 409, "Instance status conflict"),
    APIC_7707("APIC.7707", 409, "Scaling up to the same specifications is not allowed"),
    APIC_7709("APIC.7709", 409, "Public network access is enabled for the gateway"),
    APIC_7711("APIC.7711", 409, "Public inbound access is enabled for the instance"),
    APIC_7712("APIC.7712", 409, "The gateway operation has already been locked"),
    APIC_9000("APIC.9000", 500, "Failed to request internal service"),
    APIC_9210("APIC.9210", 400, "create cloud nat eip failed"),
    APIC_9211("APIC.9211", 400, "update bandwidth size failed"),
    APIC_9215("APIC.9215", 400, "Failed to scale up the gateway"),

    APIG_0101("APIG.0101", 404, "The API does not exist or has not been published in the environment"),
    APIG_0101_METHOD("APIG.0101", 405, "The API request method does not exist"),
    APIG_0101_UNSERVED("APIG.0101", 501, "Postern does not serve the operation %s yet"),
    APIG_0201("APIG.0201", 400, "API request error: %s"),
    APIG_0201_ACCEPT("APIG.0201", 406, "API request error: Accept must allow application/json"),
    APIG_0201_LENGTH("APIG.0201", 413, "Request entity too large"),
    APIG_0201_TYPE("APIG.0201", 415, "API request error: Content-Type must be application/json"),
    APIG_1002("APIG.1002", 401, "Incorrect token or token resolution failed"),
    APIG_1005("APIG.1005", 403, "No permissions to request this method"),
    APIG_1101("APIG.1101", 403, "No permissions to perform operations on this API group"),
    APIG_1103("APIG.1103", 403, "No permissions to perform operations on this environment"),
    APIG_2000("APIG.2000", 400, "Parameter error: Serialization error: %s"),
    APIG_2000_FEATURE("APIG.2000", 400, "unrecognized feature %s"),
    APIG_2003("APIG.2003", 400,
        "The parameter value is too large,parameterName:%s. Please refer to the support documentation"),
    APIG_2011("APIG.2011", 400,
        "Invalid parameter value,parameterName:%s. Please refer to the support documentation"),
    // The backslashes are the vendor's.
    APIG_2011_ACTION("APIG.2011", 400, "Invalid parameter value: parameter action should be \\\"delete\\\""),
    APIG_2011_DELETE("APIG.2011", 400, "parameter action should be \\\"delete\\\""),
    APIG_2011_NAME("APIG.2011", 400, "Invalid parameter value,parameterName:%s"),
    APIG_2011_PUBLISH("APIG.2011", 400,
        "Invalid parameter value: parameter action should be \\\"online\\\" or \\\"offline\\\""),
    APIG_2012("APIG.2012", 400,
        "Invalid parameter value,parameterName:%s. Please refer to the support documentation"),
    APIG_2024("APIG.2024", 400, "Invalid URL domain name"),
    APIG_2026("APIG.2026", 400, "The request path parameters are not defined"),
    APIG_2027("APIG.2027", 400, "The backend path parameters are not defined"),
    APIG_2028("APIG.2028", 400, "The request parameters mapped to the backend parameters are not defined"),
    APIG_2030("APIG.2030", 400, "Bad request for debugging the API"),
    APIG_2036("APIG.2036", 400, "Only APIs that use custom authentication can have authorizer parameters"),
    APIG_2051("APIG.2051", 400, "A domain name cannot be bound with different certificates"),
    APIG_2101("APIG.2101", 400, "The certificate and private key do not match"),
    APIG_2102("APIG.2102", 400, "The certificate has expired"),
    APIG_2103("APIG.2103", 400, "The certificate domain name and the custom domain name do not match"),
    APIG_2104("APIG.2104", 400, "The certificate chain is not matched"),
    APIG_2105("APIG.2105", 400, "Encrypted private keys are not supported"),
    APIG_2106("APIG.2106", 400, "Invalid certificate or private key"),
    APIG_2109("APIG.2109", 400, "Invalid certificate. SAN missing"),
    APIG_3001("APIG.3001", 404, "API group %s does not exist"),
    APIG_3002("APIG.3002", 404, "API %s does not exist"),
    // Operations on a credential itself; those on its AppCodes have a code of their own.
    APIG_3002_APP("APIG.3002", 404, "App %s does not exist"),
    APIG_3002_BATCH("APIG.3002", 404, "Api %s not found"),
    APIG_3003("APIG.3003", 404, "Environment %s does not exist"),
    APIG_3004("APIG.3004", 404, "App %s does not exist"),
    APIG_3005("APIG.3005", 404, "Request throttling policy %s does not exist"),
    APIG_3006("APIG.3006", 404, "Access control policy %s does not exist"),
    APIG_3007("APIG.3007", 404, "The configuration does not exist"),
    APIG_3009("APIG.3009", 404, "The app authorization record does not exist,id:%s"),
    APIG_3010("APIG.3010", 404, "The access control policy binding record does not exist"),
    APIG_3011("APIG.3011", 404, "The environment variable does not exist, id: %s"),
    APIG_3012("APIG.3012", 404, "The request throttling policy binding record does not exist"),
    APIG_3013("APIG.3013", 404, "Excluded request throttling configuration %s does not exist"),
    APIG_3015("APIG.3015", 404, "The API publication record does not exist"),
    APIG_3017("APIG.3017", 404, "Signature key %s does not exist"),
    APIG_3018("APIG.3018", 404, "The signature key binding record does not exist"),
    APIG_3019("APIG.3019", 404, "The function URN does not exist"),
    APIG_3020("APIG.3020", 404, "The URL domain does not exist"),
    APIG_3022("APIG.3022", 404, "The API version does not exist,id:%s"),
    APIG_3023("APIG.3023", 404, "The VPC channel does not exist,id:%s"),
    APIG_3025("APIG.3025", 404, "The certificate does not exist"),
    APIG_3030("APIG.3030", 404, "The instance does not exist;id:%s"),
    APIG_3068("APIG.3068", 404, "Plugin %s does not exist"),
    APIG_3081("APIG.3081", 404, "authorizer with id: %s not found"),
    APIG_3082("APIG.3082", 404, "The AppCode does not exist"),
    // Operations on a quota itself; those on its bindings have an article.
    APIG_3093_QUOTA("APIG.3093", 404, "App quota %s does not exist"),
    APIG_3093_QUOTA_BINDING("APIG.3093", 404, "The App quota %s does not exist"),
    APIG_3097("APIG.3097", 404, "The binding record of this SSL certificate and domain name does not exist"),
    APIG_3100("APIG.3100", 403, "The number of resources exceeds the maximum allowed limit"),
    APIG_3101("APIG.3101", 403, "The number of API groups exceeds the maximum allowed limit"),
    APIG_3102("APIG.3102", 403, "The number of APIs exceeds the maximum allowed limit"),
    APIG_3103("APIG.3103", 403, "The number of apps exceeds the maximum allowed limit"),
    APIG_3104("APIG.3104", 403, "The number of environments exceeds the maximum allowed limit"),
    APIG_3105("APIG.3105", 403, "The number of signature keys exceeds the maximum allowed limit"),
    APIG_3106("APIG.3106", 403, "The number of variables exceeds the maximum allowed limit"),
    APIG_3107("APIG.3107", 403, "The number of request throttling policies exceeds the maximum allowed limit"),
    APIG_3108("APIG.3108", 403, "The number of domain names exceeds the maximum allowed limit"),
    APIG_3109("APIG.3109", 403, "The number of VPC channels exceeds the maximum allowed limit"),
    APIG_3110("APIG.3110", 403, "The number of cloud servers in the VPC channel exceeds the maximum allowed limit"),
    APIG_3111("APIG.3111", 403, "The number of parameters in req_params exceeds the maximum allowed limit"),
    APIG_3112("APIG.3112", 403, "The number of access control policies exceeds the maximum allowed limit"),
    APIG_3113("APIG.3113", 403, "The number of API backend policies exceeds the maximum allowed limit"),
    APIG_3114("APIG.3114", 403, "The number of policy conditions exceeds the maximum allowed limit"),
    APIG_3116("APIG.3116", 403, "The number of authorizers exceeds the maximum allowed limit"),
    APIG_3117("APIG.3117", 403, "The number of identity sources exceeds the maximum allowed limit"),
    APIG_3125("APIG.3125", 403, "The number of APIs in the API group exceeds the maximum allowed limit"),
    APIG_3131("APIG.3131", 403, "The number of AppCodes exceeds the maximum allowed limit"),
    APIG_3133("APIG.3133", 403, "The number of API tags exceeds the maximum allowed limit"),
    APIG_3136("APIG.3136", 403, "The number of responses exceeds the maximum allowed limit"),
    APIG_3148("APIG.3148", 400,
        "Invalid certificate. Add one that expires before January 19, 2038 03:14:07 UTC"),
    APIG_3201("APIG.3201", 400, "The API group name already exists"),
    APIG_3202("APIG.3202", 400, "The API name already exists, api_name:%s"),
    APIG_3203("APIG.3203", 400, "The app name already exists"),
    APIG_3204("APIG.3204", 400, "The request throttling policy name already exists"),
    APIG_3205("APIG.3205", 400, "The environment name already exists"),
    APIG_3206("APIG.3206", 400, "The access control policy name already exists"),
    APIG_3207("APIG.3207", 400, "The signature key name already exists"),
    APIG_3209("APIG.3209", 400, "The parameter name already exists"),
    APIG_3210("APIG.3210", 400, "The backend policy name already exists"),
    APIG_3213("APIG.3213", 400, "The tag name already exists"),
    APIG_3216("APIG.3216", 400, "The response name already exists"),
    APIG_3301("APIG.3301", 400, "The API already exists"),
    APIG_3303("APIG.3303", 400, "The environment variable already exists"),
    APIG_3305("APIG.3305", 400, "The URL domain name already exists"),
    APIG_3308("APIG.3308", 400, "The excluded request throttling configuration already exists"),
    APIG_3310("APIG.3310", 400, "The AppKey already exists"),
    APIG_3316("APIG.3316", 400, "The API authorization record already exists"),
    APIG_3325("APIG.3325", 400, "The API quota name already exists"),
    // The code of a taken name by the vendor's example, whose text speaks of something else.
    APIG_3325_CERTIFICATE("APIG.3325", 400, "The certificate name already exists"),
    APIG_3326("APIG.3326", 400, "The plugin name already exists"),
    APIG_3332("APIG.3332", 400, "The IP address or IP address/CIDR mask already exists"),
    APIG_3415("APIG.3415", 412, "The API group cannot be deleted because it contains APIs,id:%s"),
    APIG_3416("APIG.3416", 409, "The API cannot be deleted because it has been published"),
    APIG_3418("APIG.3418", 403, "The environment contains published APIs"),
    APIG_3447("APIG.3447", 403, "The access control policy cannot be deleted because it has been bound to APIs"),
    APIG_3447_BATCH("APIG.3447", 403, "The access control policy has been bound to APIs"),
    APIG_3451("APIG.3451", 403, "The request throttling policy cannot be deleted because it has been bound to APIs"),
    APIG_3458("APIG.3458", 412, "The feature is not supported by the current instance"),
    APIG_3462("APIG.3462", 409, "The plugin has been attached to the APIs and cannot perform the current operation"),
    APIG_3474("APIG.3474", 400,
        "The API group ID in the URL does not match the API group to which the URL domain has been bound"),
    APIG_3491("APIG.3491", 409, "The default response cannot be deleted"),
    APIG_3492("APIG.3492", 409, "The default response name cannot be modified"),
    // Postern's own: the vendor says that it is refused, but not how.
    APIG_3499("APIG.3499", 409, "The certificate cannot be deleted because it has been bound to domain names"),
    APIG_3548("APIG.3548", 412, "sign_type=public_key not supported by instance %s"),
    APIG_3707("APIG.3707", 409, "Only published APIs can be bound with plug-ins"),
    APIG_3711("APIG.3711", 409, "A configuration parameter can be modified only once per minute"),
    APIG_3717("APIG.3717", 400, "Two-way TLS authentication not supported for HTTP or GRPC backend requests"),
    APIG_9999("APIG.9999", 500, "System error"),

    // IAM's; operations below /v3/ send the message and the status, not the code.
    IAM_0001("IAM.0001", 401, "The request you have made requires authentication."),
    IAM_0001_PASSWORD("IAM.0001", 401, "The username or password is wrong."),
    IAM_0002("IAM.0002", 403, "You are not authorized to perform the requested action."),
    IAM_0004("IAM.0004", 404, "Could not find %s."),
    IAM_0006("IAM.0006", 500, "An unexpected error prevented the server from fulfilling your request."),
    IAM_0007("IAM.0007", 400, "Request parameter %s is invalid."),
    IAM_0011("IAM.0011", 400, "Request body is invalid."),

    // The vendor publishes no codes for SecMaster's orders; these are Postern's own.
    SECMASTER_0400("SecMaster.0400", 400, "Invalid parameter value, parameterName:%s"),
    SECMASTER_0400_BODY("SecMaster.0400", 400, "The request body is not readable: %s"),
    SECMASTER_0401("SecMaster.0401", 401, "Incorrect token or token resolution failed"),
    SECMASTER_0403("SecMaster.0403", 403, "No permissions to request this method"),
    SECMASTER_0404("SecMaster.0404", 404, "Resource %s does not exist"),
    SECMASTER_0500("SecMaster.0500", 500, "System error"),

    // Postern's own, of the control API.
    POSTERN_0400("POSTERN.0400", 400, "%s"),
    POSTERN_0401("POSTERN.0401", 401, "X-Postern-Admin-Token must be the server's admin token"),
    POSTERN_0403("POSTERN.0403", 403, "The control API is off: with strict authentication it needs an admin token"),
    POSTERN_0404("POSTERN.0404", 404, "There is no such path in the control API"),
    POSTERN_0404_SNAPSHOT("POSTERN.0404", 404, "There is no snapshot %s"),
    POSTERN_0405("POSTERN.0405", 405, "The path of the control API does not take this method"),
    POSTERN_0406("POSTERN.0406", 406, "Accept must allow application/json"),
    POSTERN_0413("POSTERN.0413", 413, "The request body is over the limit of 12 MB"),
    POSTERN_0415("POSTERN.0415", 415, "Content-Type must be application/json"),
    POSTERN_0500("POSTERN.0500", 500, "Postern failed to answer; its log says why"),
    POSTERN_0503("POSTERN.0503", 503, "The database does not answer");

    private final String code;
    private final HttpStatus status;
    private final String template;

    ErrorCode(String code, int status, String template) {
        this.code = code;
        this.status = HttpStatus.valueOf(status);
        this.template = template;
    }

    /** The code as it is sent, e.g. {@code APIC.7302}. */
    public String code() {
        return code;
    }

    public HttpStatus status() {
        return status;
    }

    /** The message, with the arguments in the places of the template; as many as it has places. */
    public String message(Object... args) {
        return args.length == 0 ? template : template.formatted(args);
    }

    /** Whether the message needs arguments. */
    public boolean takesArguments() {
        return template.contains("%s");
    }
}
