package dev.postern.apig.gateway;

import dev.postern.control.Places;
import dev.postern.control.StatePart;
import dev.postern.control.model.ProjectQuotaState;
import dev.postern.control.model.State;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** How many gateways a project may have: as the server was told, unless the state says otherwise. */
@Singleton
public class ProjectQuotas implements StatePart {

    private final ProjectQuotaRepository projects;
    private final GatewayRepository gateways;
    private final int usual;

    ProjectQuotas(ProjectQuotaRepository projects, GatewayRepository gateways,
                  @Value("${postern.gateways-per-project}") int usual) {
        this.projects = projects;
        this.gateways = gateways;
        this.usual = usual;
    }

    /** How many a project may have, and what the state says of it. */
    public ProjectQuota of(String projectId) {
        return projects.findById(projectId).filter(quota -> quota.instanceNumLimit() != null)
            .orElse(new ProjectQuota(projectId, usual, null, null));
    }

    /**
     * Counts one more gateway; 403 APIC.7400 where there are as many as there may be. Nobody else makes one in the project
     * until the transaction ends.
     *
     * @param now gateways that are gone by then do not count, and are removed
     */
    void addAnother(String projectId, long now) {
        ProjectQuota quota = removeGone(projectId, now);
        if (projects.countGateways(projectId) >= most(quota)) {
            throw new ApiException(ErrorCode.APIC_7400);
        }
        projects.addGateways(projectId, 1);
    }

    /**
     * Removes gateways that are gone, whose names are free again. Nobody makes or removes one in the project until the
     * transaction ends; it is taken before any of its gateways is.
     */
    ProjectQuota removeGone(String projectId, long now) {
        projects.add(projectId);
        ProjectQuota quota = projects.findByProjectIdForUpdate(projectId);
        int gone = gateways.deleteGone(projectId, now);
        if (gone > 0) {
            projects.addGateways(projectId, -gone);
        }
        return quota;
    }

    private int most(ProjectQuota quota) {
        return quota.instanceNumLimit() == null ? usual : quota.instanceNumLimit();
    }

    @Override
    public int getOrder() {
        // As those do who make gateways: first the project, then what is in it.
        return GATEWAYS - 1;
    }

    @Override
    public void clear() {
        projects.deleteAll();
    }

    @Override
    public void restore(State state, Places places) {
        Places.each("project_quotas", state.getProjectQuotas(), (place, quota) -> {
            places.define(place + ".project_id", "quota of the project", null, quota.getProjectId());
            projects.save(Shapes.as(quota, ProjectQuota.class));
        });
    }

    @Override
    public void save(State state) {
        state.setProjectQuotas(Places.orNull(projects.findByInstanceNumLimitIsNotNullOrderByProjectId(),
            row -> Shapes.as(row, ProjectQuotaState.class)));
    }
}
