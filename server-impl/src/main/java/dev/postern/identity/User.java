package dev.postern.identity;

import dev.postern.data.ListConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.util.List;

/**
 * Who may call.
 *
 * @param passwordHash see {@link Passwords}; null where the user has no password
 * @param role {@code administrator}, {@code read_only} or {@code custom}
 * @param actions what a custom user may do
 * @param projectIds the only projects the user may enter; all of the domain when null
 */
@MappedEntity("iam_user")
public record User(
    @Id String id,
    String domainId,
    String name,
    @Nullable String passwordHash,
    boolean enabled,
    String role,
    @Nullable @TypeDef(type = DataType.STRING, converter = ListConverter.class) List<Object> actions,
    @Nullable @TypeDef(type = DataType.STRING, converter = ListConverter.class) List<Object> projectIds) {

    static final String ADMINISTRATOR = "administrator";
    static final String READ_ONLY = "read_only";
    static final String CUSTOM = "custom";

    /** Whether the user may do everything in the domain. */
    public boolean isAdministrator() {
        return role.equals(ADMINISTRATOR);
    }

    /** Whether the user may do what an operation asks for; who may only read may send GET. */
    boolean may(String action, String method) {
        return switch (role) {
            case ADMINISTRATOR -> true;
            case READ_ONLY -> method.equals("GET");
            default -> actions != null && actions.stream().anyMatch(allowed -> covers((String) allowed, action));
        };
    }

    /** Whether a project of the domain is one of the user's. */
    public boolean mayEnter(Project project) {
        return project.domainId().equals(domainId) && (projectIds == null || projectIds.contains(project.id()));
    }

    /** An asterisk stands for any text, as in the vendor's policies: {@code apig:instances:*}. */
    private static boolean covers(String allowed, String action) {
        String[] wanted = action.split(":");
        String[] parts = allowed.split(":");
        for (int i = 0; i < wanted.length; i++) {
            String pattern = parts[i].replace("*", ".*");
            if (!wanted[i].matches(pattern)) {
                return false;
            }
        }
        return true;
    }
}
