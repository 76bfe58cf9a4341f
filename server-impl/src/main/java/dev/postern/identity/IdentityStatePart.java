package dev.postern.identity;

import dev.postern.control.Places;
import dev.postern.control.StatePart;
import dev.postern.control.model.AccessKeyState;
import dev.postern.control.model.IdentityDomainState;
import dev.postern.control.model.IdentityProjectState;
import dev.postern.control.model.IdentityRole;
import dev.postern.control.model.IdentityState;
import dev.postern.control.model.IdentityUserState;
import dev.postern.control.model.State;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The domains, projects, users and access keys of the state. */
@Singleton
class IdentityStatePart implements StatePart {

    private final DomainRepository domains;
    private final ProjectRepository projects;
    private final UserRepository users;
    private final AccessKeyRepository keys;
    private final Passwords passwords;
    private final Clock clock;

    IdentityStatePart(DomainRepository domains, ProjectRepository projects, UserRepository users,
                      AccessKeyRepository keys, Passwords passwords, Clock clock) {
        this.domains = domains;
        this.projects = projects;
        this.users = users;
        this.keys = keys;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return IDENTITY;
    }

    @Override
    public void clear() {
        domains.deleteAll();
    }

    @Override
    public void restore(State state, Places places) {
        IdentityState identity = state.getIdentity() == null ? new IdentityState() : state.getIdentity();
        Places.each("identity.domains", identity.getDomains(), (place, domain) -> {
            places.define(place + ".id", "IAM domain", null, domain.getId());
            places.define(place + ".name", "IAM domain name", null, domain.getName());
            domains.save(new Domain(domain.getId(), domain.getName(), domain.getDescription()));
        });
        Places.each("identity.projects", identity.getProjects(), (place, project) -> restore(project, place, places));
        Places.each("identity.users", identity.getUsers(), (place, user) -> restore(user, place, places));
    }

    @Override
    public void save(State state) {
        IdentityState identity = new IdentityState()
            .domains(Places.orNull(domains.findAllOrderByName(), row -> Shapes.as(row, IdentityDomainState.class)))
            .projects(Places.orNull(projects.findAllOrderByNameAndId(), row -> Shapes.as(row, IdentityProjectState.class)))
            .users(Places.orNull(users.findAllOrderById(), row -> Shapes.as(row, IdentityUserState.class)
                .accessKeys(Places.orNull(keys.findByUserIdOrderByAccess(row.id()),
                    key -> Shapes.as(key, AccessKeyState.class)))));
        state.setIdentity(identity.equals(new IdentityState()) ? null : identity);
    }

    private void restore(IdentityProjectState project, String place, Places places) {
        places.require(place + ".domain_id", "IAM domain", null, project.getDomainId());
        places.define(place + ".id", "project", null, project.getId());
        places.define(place + ".id", "project of the domain " + project.getDomainId(), null, project.getId());
        places.define(place + ".name", "project name", project.getDomainId(), project.getName());
        projects.save(new Project(project.getId(), project.getDomainId(), project.getName(),
            project.getParentId() == null ? project.getDomainId() : project.getParentId(), project.getDescription(),
            project.getEnabled()));
    }

    private void restore(IdentityUserState user, String place, Places places) {
        places.require(place + ".domain_id", "IAM domain", null, user.getDomainId());
        places.define(place + ".id", "user", null, user.getId());
        places.define(place + ".name", "user name", user.getDomainId(), user.getName());
        Places.each(place + ".project_ids", user.getProjectIds(), (inner, id) ->
            places.require(inner, "project of the domain " + user.getDomainId(), null, id));
        if (user.getPassword() != null && user.getPasswordHash() != null) {
            throw Places.refused(place, "password and password_hash exclude each other");
        }
        if ((user.getRole() == IdentityRole.CUSTOM) != (user.getActions() != null)) {
            throw Places.refused(place + ".actions", "they go with the role custom, and only with it");
        }
        users.save(new User(user.getId(), user.getDomainId(), user.getName(),
            user.getPassword() == null ? user.getPasswordHash() : passwords.hash(user.getPassword()),
            user.getEnabled(), user.getRole().getValue(), objects(user.getActions()), objects(user.getProjectIds())));
        Places.each(place + ".access_keys", user.getAccessKeys(), (inner, key) -> {
            places.define(inner + ".access", "access key", null, key.getAccess());
            keys.save(new AccessKey(key.getAccess(), user.getId(), key.getSecret(), key.getStatus().getValue(),
                key.getDescription(), Moments.orNow(key.getCreateTime(), clock)));
        });
    }

    private static List<Object> objects(List<String> texts) {
        return texts == null ? null : new ArrayList<>(texts);
    }
}
