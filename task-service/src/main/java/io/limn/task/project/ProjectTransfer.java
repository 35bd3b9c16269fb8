package io.limn.task.project;

import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import io.limn.common.api.conditional.Precondition;
import io.limn.common.api.query.Sql;
import io.limn.task.access.Touch;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import io.limn.task.workspace.TransferForm;
import io.limn.task.workspace.TransferStore;
import io.limn.task.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Transfers projects with their tasks, those in the trash included, to other workspaces. */
@ApplicationScoped
class ProjectTransfer {
    private final Database database;
    private final TransferStore store;
    private final Touch touch;
    private final Precondition precondition;
    private final ProjectViews views;

    ProjectTransfer(
            Database database, TransferStore store, Touch touch, Precondition precondition, ProjectViews views) {
        this.database = database;
        this.store = store;
        this.touch = touch;
        this.precondition = precondition;
        this.views = views;
    }

    private record Row(Long organizationId, Long sourceId, Long targetId) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    Columns.id(row, "organization_id"),
                    Columns.id(row, "source_storage_id"),
                    Columns.id(row, "target_storage_id"));
        }
    }

    /**
     * Transfers a project. It and its tasks belong to who transfers it, and to nobody else any more.
     *
     * @throws ApiException 400 when something has a cloud storage that the new workspace lacks, 404 when it is gone
     */
    @Transactional
    public void transfer(long id, Workspace destination, long owner, TransferForm form) {
        var project = database.one(
                        Sql.of("SELECT * FROM project WHERE id = ? AND deleted_at IS NULL FOR NO KEY UPDATE", id),
                        Row::read)
                .orElseThrow(() -> ApiException.notFound("Project"));
        precondition.require(() -> views.of(id));
        var seen = views.of(id);
        var now = Timestamps.now();
        database.update(Sql.of(
                "UPDATE project SET organization_id = ?, owner_id = ?,"
                        + " assignee_updated_at = CASE WHEN assignee_id IS NULL THEN assignee_updated_at ELSE ? END,"
                        + " assignee_id = NULL, source_storage_id = ?, target_storage_id = ? WHERE id = ?",
                destination.organizationId(),
                owner,
                now,
                store.storage(project.sourceId(), form.source()),
                store.storage(project.targetId(), form.target()),
                id));
        database.list(
                        Sql.of(
                                "SELECT organization_id, source_storage_id, target_storage_id FROM task"
                                        + " WHERE project_id = ? ORDER BY id FOR NO KEY UPDATE",
                                id),
                        Row::read)
                .forEach(task -> {
                    store.storage(task.sourceId(), null);
                    store.storage(task.targetId(), null);
                });
        database.update(Sql.of(
                "UPDATE task SET organization_id = ?, owner_id = ?, assignee_id = NULL, assignee_updated_at = ?"
                        + " WHERE project_id = ?",
                destination.organizationId(),
                owner,
                now,
                id));
        store.release(Sql.of("SELECT id FROM task WHERE project_id = ?", id), now);
        touch.project(id);
        store.announce("project", "project-" + id, id, project.organizationId(), destination, seen, views.of(id));
    }
}
