package dev.postern.iam;

import dev.postern.identity.AccessKey;
import dev.postern.identity.AccessKeyRepository;
import dev.postern.identity.AuthMode;
import dev.postern.identity.Domain;
import dev.postern.identity.DomainRepository;
import dev.postern.identity.Project;
import dev.postern.identity.ProjectRepository;
import dev.postern.identity.User;
import dev.postern.identity.UserRepository;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Domains, projects, users and keys by id or name: what the state has and, on an open server, whatever is asked for.
 *
 * <p>What is made up follows from its name alone, so that it is the same tomorrow and on every server.
 */
@Singleton
class Directory {

    /** What an open server calls what nobody named. */
    static final String ANY_NAME = "postern";

    private static final String ADMINISTRATOR = "administrator";
    private static final Pattern ACCESS = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private final boolean open;
    private final String region;
    private final DomainRepository domains;
    private final ProjectRepository projects;
    private final UserRepository users;
    private final AccessKeyRepository keys;

    Directory(@Value("${postern.auth}") AuthMode mode, @Value("${postern.region}") String region,
              DomainRepository domains, ProjectRepository projects, UserRepository users, AccessKeyRepository keys) {
        this.open = mode == AuthMode.OPEN;
        this.region = region;
        this.domains = domains;
        this.projects = projects;
        this.users = users;
        this.keys = keys;
    }

    boolean isOpen() {
        return open;
    }

    /** A domain by id or, without one, by name. */
    Optional<Domain> domain(String id, String name) {
        Optional<Domain> known = id != null ? domains.findById(id)
            : name != null ? domains.findByName(name) : Optional.empty();
        return known.or(() -> made(id == null ? domainNamed(name == null ? ANY_NAME : name)
            : new Domain(id, name == null ? id : name, null)));
    }

    /** A project by id or, without one, by name in a domain. */
    Optional<Project> project(String id, String name, String domainId) {
        Optional<Project> known = id != null ? projects.findById(id) : projects.findByDomainIdAndName(domainId, name);
        return known.or(() -> made(id == null ? projectNamed(name, domainId)
            : new Project(id, domainId, name == null ? id : name, domainId, null, true)));
    }

    /** A user by id or, without one, by name in a domain. */
    Optional<User> user(String id, String name, String domainId) {
        Optional<User> known = knownUser(id, name, domainId);
        return known.or(() -> made(new User(id == null ? derived("user", domainId, name) : id, domainId,
            name == null ? id : name, null, true, ADMINISTRATOR, null, null)));
    }

    /** A user that the state has. */
    Optional<User> knownUser(String id, String name, String domainId) {
        return id != null ? users.findById(id)
            : name == null || domainId == null ? Optional.empty() : users.findByDomainIdAndName(domainId, name);
    }

    /** An access key. */
    Optional<AccessKey> key(String access) {
        return !ACCESS.matcher(access).matches() ? Optional.empty() : keys.findById(access).or(() -> made(
            new AccessKey(access, derived("user", domainNamed(ANY_NAME).id(), access), "", "active", null, Instant.EPOCH)));
    }

    /** The domains a caller belongs to: one who is known, to one. */
    List<Domain> domainsOf(User caller) {
        if (caller != null) {
            return domains.findById(caller.domainId()).stream().toList();
        }
        List<Domain> all = open ? domains.findAllOrderByName() : List.of();
        return all.isEmpty() && open ? List.of(domainNamed(ANY_NAME)) : all;
    }

    /** The projects that the state has in the domains of a caller. */
    List<Project> projectsOf(User caller) {
        return caller == null && !open ? List.of() : projects.findAllOrderByNameAndId().stream()
            .filter(project -> caller == null || project.domainId().equals(caller.domainId())).toList();
    }

    /** The project that an open server makes up for a name. */
    Project projectNamed(String name, String domainId) {
        String domain = domainId == null ? domainNamed(ANY_NAME).id() : domainId;
        String called = name == null ? region : name;
        return new Project(derived("project", domain, called), domain, called, domain, null, true);
    }

    private static Domain domainNamed(String name) {
        return new Domain(derived("domain", "", name), name, null);
    }

    private <T> Optional<T> made(T thing) {
        return open ? Optional.of(thing) : Optional.empty();
    }

    private static String derived(String kind, String in, String name) {
        return UUID.nameUUIDFromBytes((kind + " " + in + " " + name).getBytes(StandardCharsets.UTF_8)).toString()
            .replace("-", "");
    }
}
