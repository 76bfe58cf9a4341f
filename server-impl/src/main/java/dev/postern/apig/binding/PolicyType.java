package dev.postern.apig.binding;

/** What can be bound to an API in an environment. */
public enum PolicyType {

    THROTTLE,
    ACL,
    SIGN,
    /** The authorisation of a credential. */
    APP,
    PLUGIN
}
