package dev.postern.apig.binding;

/**
 * Something to bind, with the slot it takes: an API in an environment has one binding in each of its slots.
 *
 * @param slot its type, and its kind where one of each kind can be bound
 */
public record Policy(PolicyType type, String id, String slot) {

    /** One to an API in an environment. */
    public static Policy throttle(String id) {
        return new Policy(PolicyType.THROTTLE, id, PolicyType.THROTTLE.name());
    }

    /** One to an API in an environment. */
    public static Policy sign(String id) {
        return new Policy(PolicyType.SIGN, id, PolicyType.SIGN.name());
    }

    /** One for each type of whom it is about. */
    public static Policy acl(String id, String entityType) {
        return new Policy(PolicyType.ACL, id, slot(PolicyType.ACL, entityType));
    }

    /** As many as there are credentials. */
    public static Policy app(String id) {
        return new Policy(PolicyType.APP, id, slot(PolicyType.APP, id));
    }

    /** One of each plug-in type. */
    public static Policy plugin(String id, String pluginType) {
        return new Policy(PolicyType.PLUGIN, id, slot(PolicyType.PLUGIN, pluginType));
    }

    /** The slot of a kind of policy; null where no kind is given, as filters are. */
    public static String slot(PolicyType type, String kind) {
        return kind == null ? null : type + ":" + kind;
    }
}
