package io.limn.task.frameplan;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.Caller;
import io.limn.task.access.TaskScope;
import io.limn.task.access.Touch;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Attaches data to tasks. */
@ApplicationScoped
class Attachment {
    private final Database database;
    private final Touch touch;
    private final Caller caller;

    Attachment(Database database, Touch touch, Caller caller) {
        this.database = database;
        this.touch = touch;
        this.caller = caller;
    }

    /** What data-service is told of a task to which data is attached. */
    record Attached(
            long taskId,
            long dataId,
            Long projectId,
            Long organizationId,
            String organizationSlug,
            String name,
            Long ownerId,
            int segmentSize,
            Integer overlap,
            int consensusReplicas,
            int size,
            String dimensionOfProject) {}

    /**
     * Attaches data when none is, with a plan that is still empty.
     *
     * @throws ApiException 400 when the data of the task is processed already
     */
    @Transactional
    public Attached attach(TaskScope task) {
        long id = task.taskId();
        var data = database.one(Sql.of("SELECT size, data_id FROM task WHERE id = ? FOR UPDATE", id), row ->
                new long[] {row.getInt("size"), row.getLong("data_id")});
        if (data.isEmpty()) {
            throw ApiException.notFound("Task");
        }
        if (data.get()[0] != 0) {
            throw ApiException.of(400, "Adding more data is not supported");
        }
        if (data.get()[1] == 0) {
            database.update(Sql.of("UPDATE task SET data_id = nextval('data_id') WHERE id = ?", id));
            database.update(
                    Sql.of("INSERT INTO frame_plan (data_id, task_id) SELECT data_id, id FROM task WHERE id = ?", id));
            touch.taskAlone(id);
        }
        return read(id);
    }

    private Attached read(long id) {
        var query = Sql.of(
                "SELECT t.*, (SELECT min(s.dimension) FROM task s WHERE s.project_id = t.project_id AND s.size > 0"
                        + " AND s.deleted_at IS NULL) AS dimension_of_project FROM task t WHERE t.id = ?",
                id);
        return database.one(query, row -> {
                    var organization = Columns.id(row, "organization_id");
                    return new Attached(
                            id,
                            row.getLong("data_id"),
                            Columns.id(row, "project_id"),
                            organization,
                            slug(organization),
                            row.getString("name"),
                            Columns.id(row, "owner_id"),
                            row.getInt("segment_size"),
                            Columns.integer(row, "overlap"),
                            row.getInt("consensus_replicas"),
                            row.getInt("size"),
                            row.getString("dimension_of_project"));
                })
                .orElseThrow();
    }

    private String slug(Long organization) {
        return organization == null
                ? null
                : caller.user()
                        .flatMap(user -> user.membership(organization))
                        .map(membership -> membership.slug())
                        .orElse(null);
    }

    /** Notes the parameters of a data request that the task shows before its data is processed. */
    @Transactional
    public void parameters(long task, Integer imageQuality, Integer chunkSize) {
        database.update(Sql.of(
                "UPDATE task SET image_quality = COALESCE(?, image_quality), chunk_size = COALESCE(?, chunk_size)"
                        + " WHERE id = ? AND size = 0",
                imageQuality,
                chunkSize,
                task));
    }
}
