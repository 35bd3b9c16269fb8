package io.limn.task.access;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.api.query.Visible;
import io.limn.common.api.query.Way;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.Principal;
import io.limn.common.identity.Visibility;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Who may do what with projects. */
@ApplicationScoped
public class ProjectAccess {
    private static final DecisionTable TABLE = DecisionTable.load("permissions/projects.csv");
    private static final Visibility VISIBILITY = Visibility.byRow(
            TABLE,
            "view",
            "p.id",
            "p.organization_id",
            Map.of(
                    "owner", user -> Way.of("p.owner_id = ?", user),
                    "assignee", user -> Way.of("p.assignee_id = ?", user)));

    private final Database database;
    private final Caller caller;

    ProjectAccess(Database database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /**
     * A project that the caller may use.
     *
     * @throws ApiException 404 when there is none, 403 when he may not
     */
    public ProjectScope require(long projectId, String scope) {
        var project = find(projectId).orElseThrow(() -> ApiException.notFound("Project"));
        if (!allows(project, scope)) {
            throw ApiException.forbidden();
        }
        return project;
    }

    /**
     * A project that a body names by its id.
     *
     * @throws ApiException 400 when there is none, 403 when the caller may not
     */
    public ProjectScope requireNamed(long projectId, String scope) {
        var project = find(projectId).orElseThrow(() -> ApiException.rule("Project matching query does not exist."));
        if (!allows(project, scope)) {
            throw ApiException.forbidden();
        }
        return project;
    }

    /** A project, whoever asks. */
    public Optional<ProjectScope> find(long projectId) {
        var query = Sql.of(
                "SELECT id, organization_id, owner_id, assignee_id FROM project WHERE id = ? AND deleted_at IS NULL",
                projectId);
        return database.one(
                query,
                row -> new ProjectScope(
                        row.getLong("id"),
                        Columns.id(row, "organization_id"),
                        Columns.id(row, "owner_id"),
                        Columns.id(row, "assignee_id")));
    }

    /** Whether the caller may do something with a project. */
    public boolean allows(ProjectScope project, String scope) {
        var principal = caller.principal();
        return TABLE.allows(scope, principal, project.organizationId(), held(project, principal));
    }

    private static java.util.Set<String> held(ProjectScope project, Principal principal) {
        return Held.by(principal.id())
                .as("owner", project.ownerId())
                .as("assignee", project.assigneeId())
                .relations();
    }

    /**
     * The organization in which the caller creates a project, {@code null} for a personal one.
     *
     * @throws ApiException 403 when he may not
     */
    public Long requireCreate() {
        return Contexts.requireCreate(caller, TABLE, "create");
    }

    /** Whether the caller may create one in an organization, {@code null} for his personal workspace. */
    public boolean allowsCreate(Long organization) {
        return TABLE.allows("create", caller.principal(), organization, java.util.Set.of());
    }

    /**
     * The condition on {@code project p} for lists.
     *
     * @throws ApiException 403 when the caller is no member of the organization that he names
     */
    public Visible visible() {
        return Contexts.ways(caller, TABLE, VISIBILITY).and(Sql.of("p.deleted_at IS NULL"));
    }
}
