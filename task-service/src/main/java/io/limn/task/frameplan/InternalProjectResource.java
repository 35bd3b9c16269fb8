package io.limn.task.frameplan;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.Caller;
import io.limn.task.access.ProjectAccess;
import io.limn.task.access.ProjectScope;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** What data-service asks about projects, and the decision whether the user for whom it asks may have the answer. */
@Path("/internal/projects/{id}")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class InternalProjectResource {
    private final ProjectAccess access;
    private final Database database;
    private final Caller caller;

    InternalProjectResource(ProjectAccess access, Database database, Caller caller) {
        this.access = access;
        this.database = database;
        this.caller = caller;
    }

    /** The task whose picture stands for the project, {@code null} without tasks. */
    record NewestTask(Long taskId) {}

    private ProjectScope require(long id, String scope) {
        return caller.isAnonymous()
                ? access.find(id).orElseThrow(() -> ApiException.notFound("Project"))
                : access.require(id, scope);
    }

    @GET
    public ProjectScope facts(int id, @QueryParam("scope") @DefaultValue("view") String scope) {
        return require(id, scope);
    }

    @GET
    @Path("newest-task")
    public NewestTask newestTask(int id, @QueryParam("scope") @DefaultValue("view") String scope) {
        var project = require(id, scope);
        var newest = Sql.of(
                "SELECT max(id) AS id FROM task WHERE project_id = ? AND deleted_at IS NULL", project.projectId());
        return new NewestTask(
                database.list(newest, row -> Columns.id(row, "id")).getFirst());
    }
}
