package dev.postern.error;

import static dev.postern.error.ErrorCode.*;

/** How the errors of an operation read: which code stands for what, and how parameters are called. */
public enum Dialect {

    /** Gateway management. */
    APIC(APIC_7102, APIC_7106, APIC_7211, APIC_7211, APIC_7211, APIC_9000) {
        @Override
        public String parameterName(String name) {
            return camelCase(name);
        }

        @Override
        public ApiException unreadableBody(String reason) {
            return new ApiException(APIC_7211, "body");
        }
    },

    /** Everything inside a gateway. */
    APIG(APIG_1002, APIG_1005, APIG_2011, APIG_2012, APIG_2000, APIG_9999),

    /** SecMaster's orders. */
    SECMASTER(SECMASTER_0401, SECMASTER_0403, SECMASTER_0400, SECMASTER_0400, SECMASTER_0400_BODY, SECMASTER_0500),

    /** IAM; its errors have a shape of their own. */
    IAM(IAM_0001, IAM_0002, IAM_0007, IAM_0007, IAM_0011, IAM_0006) {
        @Override
        public Object body(ApiException refusal) {
            return IamErrorBody.of(refusal);
        }
    },

    /** IAM's own additions, below {@code OS-…} in the path. */
    IAM_OS(IAM_0001, IAM_0002, IAM_0007, IAM_0007, IAM_0011, IAM_0006),

    /** Postern's control API, which asks for no token. */
    POSTERN(null, null, POSTERN_0400, POSTERN_0400, POSTERN_0400, POSTERN_0500) {
        @Override
        public ApiException invalidField(String name, String reason) {
            return new ApiException(POSTERN_0400, name + ": " + reason);
        }
    };

    private final ErrorCode unauthorized;
    private final ErrorCode forbidden;
    private final ErrorCode invalidField;
    private final ErrorCode invalidParameter;
    private final ErrorCode unreadable;
    private final ErrorCode internal;

    Dialect(ErrorCode unauthorized, ErrorCode forbidden, ErrorCode invalidField, ErrorCode invalidParameter,
            ErrorCode unreadable, ErrorCode internal) {
        this.unauthorized = unauthorized;
        this.forbidden = forbidden;
        this.invalidField = invalidField;
        this.invalidParameter = invalidParameter;
        this.unreadable = unreadable;
        this.internal = internal;
    }

    /** 401: no token, or one that cannot be read. */
    public ApiException unauthorized() {
        return new ApiException(unauthorized);
    }

    /** 401: who calls is not proven, for a reason that goes behind the documented message. */
    public ApiException unauthorized(String reason) {
        String message = unauthorized.message();
        return ApiException.withMessage(unauthorized,
            (message.endsWith(".") ? message.substring(0, message.length() - 1) : message) + ": " + reason);
    }

    /** 403: the caller may not do this. */
    public ApiException forbidden() {
        return new ApiException(forbidden);
    }

    /**
     * 400: a field of the body breaks a rule.
     *
     * @param name the field as sent, with its path, e.g. {@code tags[0].key}
     * @param reason what is wrong with it; the vendor's dialects do not say
     */
    public ApiException invalidField(String name, String reason) {
        return new ApiException(invalidField, parameterName(name));
    }

    /** 400: a parameter of the path, the query or the header breaks a rule. */
    public ApiException invalidParameter(String name) {
        return new ApiException(invalidParameter, parameterName(name));
    }

    /** 400: the body is not what its content type says. */
    public ApiException unreadableBody(String reason) {
        return new ApiException(unreadable, reason);
    }

    /** 500: a failure of the server itself. */
    public ApiException internal() {
        return new ApiException(internal);
    }

    /** What is answered: the code and the message, unless the dialect has a shape of its own. */
    public Object body(ApiException refusal) {
        return refusal.body();
    }

    /** What errors call a parameter. */
    public String parameterName(String name) {
        return name;
    }

    private static String camelCase(String name) {
        StringBuilder result = new StringBuilder(name.length());
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                result.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return result.toString();
    }
}
