package io.limn.task.trash;

import io.limn.common.api.query.Sql;
import io.limn.common.work.Lease;
import io.limn.common.work.Worker;
import io.limn.task.access.ProjectPurged;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Purges a deleted project, one task after the other. */
@ApplicationScoped
class ProjectPurge implements Worker {
    static final String KIND = "project.purge";
    private static final String STORAGES = """
            WITH gone AS (DELETE FROM project WHERE id = ? AND deleted_at IS NOT NULL
                          RETURNING source_storage_id, target_storage_id)
            SELECT source_storage_id AS id FROM gone WHERE source_storage_id IS NOT NULL
            UNION SELECT target_storage_id FROM gone WHERE target_storage_id IS NOT NULL
            """;

    private final Database database;
    private final Purge purge;
    private final Event<ProjectPurged> purged;

    ProjectPurge(Database database, Purge purge, Event<ProjectPurged> purged) {
        this.database = database;
        this.purge = purge;
        this.purged = purged;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Lease lease) {
        long project = lease.payload().get("project_id").asLong();
        var deleted = Sql.of(
                "SELECT t.id FROM task t JOIN project p ON p.id = t.project_id"
                        + " WHERE p.id = ? AND p.deleted_at IS NOT NULL ORDER BY t.id",
                project);
        for (long task : database.list(deleted, row -> row.getLong("id"))) {
            lease.commit(() -> purge.task(task));
        }
        lease.finish(() -> {
            if (database.exists(Sql.of("SELECT 1 FROM project WHERE id = ? AND deleted_at IS NOT NULL", project))) {
                purged.fire(new ProjectPurged(project));
            }
            for (long storage : database.list(Sql.of(STORAGES, project), row -> row.getLong("id"))) {
                database.update(Sql.of("DELETE FROM storage WHERE id = ?", storage));
            }
        });
    }
}
