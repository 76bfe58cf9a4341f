package dev.postern.data;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.util.Map.entry;

/**
 * What it means to a caller when the database refuses a row: invariants live in constraints, so that two concurrent
 * requests cannot break them, and each constraint a caller can meet has its error code here. A foreign key stands for
 * what it refers to: that is gone.
 */
@Singleton
public class Constraints {

    private static final String INTEGRITY_VIOLATION = "23";

    /** The first name of a constraint in a message; H2 puts the name of the index in its place. */
    private static final Pattern NAME = Pattern.compile("\\b(?:uq|fk)_[a-z0-9_]+?(?=_index_|[^a-z0-9_]|$)");

    /** Whatever is kept in a gateway refers to it by a key whose name ends so. */
    private static final String IN_GATEWAY = "_gateway";

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
        entry("uq_gateway_id", new Meaning(ErrorCode.APIC_7505)),
        entry("uq_gateway_name", new Meaning(ErrorCode.APIC_7500)),

        entry("uq_api_group_name", new Meaning(ErrorCode.APIG_3201)),
        entry("uq_api_name", new Meaning(ErrorCode.APIG_3202, "name")),
        entry("uq_api_route", new Meaning(ErrorCode.APIG_3301)),
        entry("fk_api_group", new Meaning(ErrorCode.APIG_3001, "group_id")),
        entry("fk_domain_group", new Meaning(ErrorCode.APIG_3001, "group_id")),
        entry("uq_group_response_name", new Meaning(ErrorCode.APIG_3216)),
        entry("fk_group_response_group", new Meaning(ErrorCode.APIG_3001, "group_id")),

        entry("uq_environment_name", new Meaning(ErrorCode.APIG_3205)),
        entry("uq_environment_variable_name", new Meaning(ErrorCode.APIG_3303)),
        entry("fk_environment_variable_group", new Meaning(ErrorCode.APIG_3001, "group_id")),
        entry("fk_environment_variable_environment", new Meaning(ErrorCode.APIG_3003, "env_id")),

        entry("fk_publication_api", new Meaning(ErrorCode.APIG_3002, "api_id")),
        entry("fk_publication_environment", new Meaning(ErrorCode.APIG_3003, "env_id")),

        entry("fk_binding_throttle", new Meaning(ErrorCode.APIG_3005, "strategy_id")),
        entry("fk_binding_acl", new Meaning(ErrorCode.APIG_3006, "acl_id")),
        entry("fk_binding_sign", new Meaning(ErrorCode.APIG_3017, "sign_id")),
        entry("fk_binding_app", new Meaning(ErrorCode.APIG_3004, "app_id")),
        entry("fk_binding_plugin", new Meaning(ErrorCode.APIG_3068, "plugin_id")),
        entry("fk_binding_publication", new Meaning(ErrorCode.APIG_3015)),

        entry("uq_app_key", new Meaning(ErrorCode.APIG_3310)),
        entry("uq_app_name", new Meaning(ErrorCode.APIG_3203)),
        entry("fk_app_acl_app", new Meaning(ErrorCode.APIG_3004, "app_id")),
        entry("fk_app_code_app", new Meaning(ErrorCode.APIG_3004, "app_id")),

        entry("uq_domain_name", new Meaning(ErrorCode.APIG_3305)),
        entry("uq_certificate_name", new Meaning(ErrorCode.APIG_3325_CERTIFICATE)),
        entry("uq_app_quota_name", new Meaning(ErrorCode.APIG_3325)),
        entry("fk_app_quota_binding_app", new Meaning(ErrorCode.APIG_3004, "app_id")),
        entry("fk_app_quota_binding_quota", new Meaning(ErrorCode.APIG_3093_QUOTA_BINDING, "app_quota_id")),

        entry("fk_special_throttle_throttle", new Meaning(ErrorCode.APIG_3005, "throttle_id")),
        entry("fk_special_throttle_app", new Meaning(ErrorCode.APIG_3004, "object_id")),

        entry("uq_throttle_name", new Meaning(ErrorCode.APIG_3204)),
        entry("uq_special_throttle_object", new Meaning(ErrorCode.APIG_3308)),
        entry("uq_sign_key_name", new Meaning(ErrorCode.APIG_3207)),
        entry("uq_acl_name", new Meaning(ErrorCode.APIG_3206)),
        entry("uq_plugin_name", new Meaning(ErrorCode.APIG_3326)));

    /**
     * @param argument the name, in the path or the body, of what the message names; null where it names nothing
     */
    private record Meaning(ErrorCode code, String argument) {

        Meaning(ErrorCode code) {
            this(code, null);
        }
    }

    /**
     * The refusal for the constraint that a failure names; empty where it is no violation of a known constraint.
     *
     * @param input what the request has by a name
     */
    public Optional<ApiException> violatedBy(Throwable failure, UnaryOperator<String> input) {
        if (!(failure instanceof SQLException e) || e.getSQLState() == null
            || !e.getSQLState().startsWith(INTEGRITY_VIOLATION)) {
            return Optional.empty();
        }
        Matcher name = NAME.matcher(e.getMessage().toLowerCase(Locale.ROOT));
        return name.find() ? meaning(name.group()).map(meaning -> refusal(meaning, input)) : Optional.empty();
    }

    private static Optional<Meaning> meaning(String constraint) {
        if (constraint.startsWith("fk_") && constraint.endsWith(IN_GATEWAY)) {
            return Optional.of(new Meaning(ErrorCode.APIG_3030, "instance_id"));
        }
        return Optional.ofNullable(MEANINGS.get(constraint));
    }

    private static ApiException refusal(Meaning meaning, UnaryOperator<String> input) {
        return meaning.argument() == null
            ? new ApiException(meaning.code()) : new ApiException(meaning.code(), input.apply(meaning.argument()));
    }
}
