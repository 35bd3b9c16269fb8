package io.limn.task.task;

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

/** Transfers tasks that are in no project to other workspaces. */
@ApplicationScoped
class TaskTransfer {
    private final Database database;
    private final TransferStore store;
    private final Touch touch;
    private final Precondition precondition;
    private final TaskViews views;

    TaskTransfer(Database database, TransferStore store, Touch touch, Precondition precondition, TaskViews views) {
        this.database = database;
        this.store = store;
        this.touch = touch;
        this.precondition = precondition;
        this.views = views;
    }

    private record Row(Long projectId, Long organizationId, Long sourceId, Long targetId) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    Columns.id(row, "project_id"),
                    Columns.id(row, "organization_id"),
                    Columns.id(row, "source_storage_id"),
                    Columns.id(row, "target_storage_id"));
        }
    }

    /**
     * Transfers a task. It belongs to who transfers it, and to nobody else any more.
     *
     * @throws ApiException 400 when it has a cloud storage that the new workspace lacks, 404 when it is gone
     */
    @Transactional
    public void transfer(long id, Workspace destination, long owner, TransferForm form) {
        var task = database.one(
                        Sql.of("SELECT * FROM task WHERE id = ? AND deleted_at IS NULL FOR NO KEY UPDATE", id),
                        Row::read)
                .orElseThrow(() -> ApiException.notFound("Task"));
        precondition.require(() -> views.of(id));
        var seen = views.of(id);
        requireAlone(task.projectId());
        var now = Timestamps.now();
        database.update(Sql.of(
                "UPDATE task SET organization_id = ?, owner_id = ?,"
                        + " assignee_updated_at = CASE WHEN assignee_id IS NULL THEN assignee_updated_at ELSE ? END,"
                        + " assignee_id = NULL, source_storage_id = ?, target_storage_id = ? WHERE id = ?",
                destination.organizationId(),
                owner,
                now,
                store.storage(task.sourceId(), form.source()),
                store.storage(task.targetId(), form.target()),
                id));
        store.release(Sql.of("SELECT CAST(? AS bigint)", id), now);
        touch.taskAlone(id);
        store.announce("task", String.valueOf(id), id, task.organizationId(), destination, seen, views.of(id));
    }

    /**
     * Refuses to tear a task out of its project.
     *
     * @throws ApiException 400
     */
    static void requireAlone(Long project) {
        if (project != null) {
            throw ApiException.body("Only top-level resources can be moved between workspaces");
        }
    }
}
