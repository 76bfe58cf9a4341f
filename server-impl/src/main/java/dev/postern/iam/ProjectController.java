package dev.postern.iam;

import dev.postern.iam.api.ProjectApi;
import dev.postern.iam.model.KeystoneListAuthProjectsResponse;
import dev.postern.iam.model.KeystoneListProjectsResponse;
import dev.postern.iam.model.Links;
import dev.postern.iam.model.ProjectResult;
import dev.postern.identity.Callers;
import dev.postern.identity.Project;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

import java.util.List;

/** Projects. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ProjectController implements ProjectApi {

    private final ProjectService service;
    private final Callers callers;
    private final Addresses addresses;

    ProjectController(ProjectService service, Callers callers, Addresses addresses) {
        this.service = service;
        this.callers = callers;
        this.addresses = addresses;
    }

    @Override
    public KeystoneListProjectsResponse keystoneListProjects(String domainId, String name, String parentId,
                                                             Boolean enabled, Boolean isDomain, Integer page,
                                                             Integer perPage) {
        List<Project> found = Boolean.TRUE.equals(isDomain) ? List.of()
            : service.find(callers.current().user(), domainId, name, parentId, enabled);
        if (page != null && perPage != null) {
            found = found.stream().skip((page - 1L) * perPage).limit(perPage).toList();
        }
        return new KeystoneListProjectsResponse().links(here()).projects(shown(found));
    }

    @Override
    public KeystoneListAuthProjectsResponse keystoneListAuthProjects() {
        return new KeystoneListAuthProjectsResponse().links(here()).projects(shown(service.open(callers.current())));
    }

    private Links here() {
        return new Links().self(addresses.here());
    }

    private List<ProjectResult> shown(List<Project> projects) {
        return projects.stream().map(project -> new ProjectResult()
            .id(project.id()).name(project.name()).domainId(project.domainId()).parentId(project.parentId())
            .description(project.description() == null ? "" : project.description())
            .enabled(project.enabled()).isDomain(false)
            .links(addresses.linkTo("/v3/projects/" + project.id()))).toList();
    }
}
