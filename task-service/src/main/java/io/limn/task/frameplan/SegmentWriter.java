package io.limn.task.frameplan;

import io.limn.common.api.Timestamps;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes segments and their jobs, in the transaction at hand. */
@ApplicationScoped
class SegmentWriter {
    private final Database database;

    SegmentWriter(Database database) {
        this.database = database;
    }

    /** Writes the segments of a cut, each with a job that its consensus replicas follow directly. */
    void write(long task, Cut cut, int replicas) {
        var now = Timestamps.now();
        var starts = cut.segments().stream().mapToInt(Cut.Range::start).toArray();
        var stops = cut.segments().stream().mapToInt(Cut.Range::stop).toArray();
        database.update(Sql.of(
                "INSERT INTO segment (task_id, start_frame, stop_frame, chunks_updated_at)"
                        + " SELECT ?, cut.start, cut.stop, ?"
                        + " FROM unnest(?::integer[], ?::integer[]) WITH ORDINALITY AS cut (start, stop, place)"
                        + " ORDER BY cut.place",
                task,
                now,
                starts,
                stops));
        if (replicas == 0) {
            database.update(Sql.of(
                    "INSERT INTO job (task_id, segment_id, created_at, updated_at)"
                            + " SELECT task_id, id, ?, ? FROM segment WHERE task_id = ? ORDER BY id",
                    now,
                    now,
                    task));
            return;
        }
        var ids = database.list(
                Sql.of("SELECT id FROM segment WHERE task_id = ? ORDER BY id", task), row -> row.getLong("id"));
        for (long segment : ids) {
            long job = database.insert(Sql.of(
                    "INSERT INTO job (task_id, segment_id, created_at, updated_at) VALUES (?, ?, ?, ?) RETURNING id",
                    task,
                    segment,
                    now,
                    now));
            database.update(Sql.of(
                    "INSERT INTO job (task_id, segment_id, parent_job_id, type, created_at, updated_at)"
                            + " SELECT ?, ?, ?, 'consensus_replica', ?, ? FROM generate_series(1, ?)",
                    task,
                    segment,
                    job,
                    now,
                    now,
                    replicas));
        }
    }

    /** How many jobs a task has, ground truth aside. */
    int jobs(long task) {
        return database.one(
                        Sql.of("SELECT count(*) AS jobs FROM job WHERE task_id = ? AND type <> 'ground_truth'", task),
                        row -> row.getInt("jobs"))
                .orElse(0);
    }
}
