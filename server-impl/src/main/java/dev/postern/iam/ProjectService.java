package dev.postern.iam;

import dev.postern.identity.Caller;
import dev.postern.identity.Project;
import dev.postern.identity.ProjectRepository;
import dev.postern.identity.User;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.util.List;

/** Which projects there are for a caller. */
@Singleton
class ProjectService {

    private final Directory directory;
    private final ProjectRepository projects;

    ProjectService(Directory directory, ProjectRepository projects) {
        this.directory = directory;
        this.projects = projects;
    }

    /** The projects of the caller's domain that match; filters may be null. */
    @Transactional
    List<Project> find(User caller, String domainId, String name, String parentId, Boolean enabled) {
        List<Project> known = directory.projectsOf(caller);
        List<Project> found = matching(known, domainId, name, parentId, enabled);
        boolean unnamed = known.stream().noneMatch(project -> name == null || project.name().equals(name));
        return found.isEmpty() && directory.isOpen() && unnamed
            ? matching(List.of(directory.projectNamed(name, caller == null ? domainId : caller.domainId())),
                domainId, name, parentId, enabled)
            : found;
    }

    /** The projects that the caller may enter. */
    @Transactional
    List<Project> open(Caller caller) {
        if (caller.user() == null && !directory.isOpen()) {
            return caller.token().projectId() == null ? List.of()
                : projects.findById(caller.token().projectId()).filter(Project::enabled).stream().toList();
        }
        return find(caller.user(), null, null, null, true).stream()
            .filter(project -> caller.user() == null || caller.user().mayEnter(project)).toList();
    }

    private static List<Project> matching(List<Project> projects, String domainId, String name, String parentId,
                                          Boolean enabled) {
        return projects.stream()
            .filter(project -> domainId == null || project.domainId().equals(domainId))
            .filter(project -> name == null || project.name().equals(name))
            .filter(project -> parentId == null || project.parentId().equals(parentId))
            .filter(project -> enabled == null || project.enabled() == enabled)
            .toList();
    }
}
