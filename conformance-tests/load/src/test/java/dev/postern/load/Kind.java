package dev.postern.load;

/** What clients make, change and delete, with the errors that they may meet. */
enum Kind {

    GATEWAY("", "instance_id", "APIC.7302", "APIC.7500", null, Integer.MAX_VALUE, null,
        "createInstanceV2", "updateInstanceV2", "deleteInstancesV2", "showDetailsOfInstanceV2"),
    GROUP("api-groups", "id", "APIG.3001", "APIG.3201", "APIG.3415", Integer.MAX_VALUE, null,
        "createApiGroupV2", "updateApiGroupV2", "deleteApiGroupV2", "showDetailsOfApiGroupV2"),
    ENVIRONMENT("envs", "id", "APIG.3003", "APIG.3205", "APIG.3418", Integer.MAX_VALUE, null,
        "createEnvironmentV2", "updateEnvironmentV2", "deleteEnvironmentV2", null),
    API("apis", "id", "APIG.3002", "APIG.3202", "APIG.3416", Integer.MAX_VALUE, null,
        "createApiV2", "updateApiV2", "deleteApiV2", "showDetailsOfApiV2"),
    THROTTLE("throttles", "id", "APIG.3005", "APIG.3204", "APIG.3451", 4, "APIG.3107",
        "createRequestThrottlingPolicyV2", "updateRequestThrottlingPolicyV2", "deleteRequestThrottlingPolicyV2",
        "showDetailsOfRequestThrottlingPolicyV2"),
    PLUGIN("plugins", "plugin_id", "APIG.3068", "APIG.3326", "APIG.3462", Integer.MAX_VALUE, null,
        "createPlugin", "updatePlugin", "deletePlugin", "showPlugin"),
    APP("apps", "id", "APIG.3002", "APIG.3203", null, 3, "APIG.3103",
        "createAnAppV2", "updateAppV2", "deleteAppV2", "showDetailsOfAppV2"),
    DOMAIN("domains", "id", "APIG.3020", "APIG.3305", null, Integer.MAX_VALUE, null,
        "associateDomainV2", null, "disassociateDomainV2", null),
    CERTIFICATE("certificates", "id", "APIG.3025", "APIG.3325", "APIG.3499", Integer.MAX_VALUE, null,
        "createCertificateV2", null, "deleteCertificateV2", "showDetailsOfCertificateV2"),

    /** An API in an environment; its parent is the API, its name the environment, its value whether it is online. */
    PUBLICATION,
    /** Its parent is the publication, its name the policy, its value the slot. */
    BINDING;

    final String segment;
    final String idField;
    final String missing;
    final String taken;
    /** The refusal to delete one that something else needs. */
    final String needed;
    /** How many there may be, in the state that tests begin with. */
    final int most;
    final String exceeded;
    final String create;
    final String change;
    final String delete;
    final String show;

    Kind() {
        this(null, null, null, null, null, Integer.MAX_VALUE, null, null, null, null, null);
    }

    Kind(String segment, String idField, String missing, String taken, String needed, int most, String exceeded,
         String create, String change, String delete, String show) {
        this.segment = segment;
        this.idField = idField;
        this.missing = missing;
        this.taken = taken;
        this.needed = needed;
        this.most = most;
        this.exceeded = exceeded;
        this.create = create;
        this.change = change;
        this.delete = delete;
        this.show = show;
    }
}
