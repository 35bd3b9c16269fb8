package io.limn.task.dataset;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import io.limn.task.dataset.DatasetFacts.JobFacts;
import io.limn.task.dataset.DatasetFacts.LabelFacts;
import io.limn.task.dataset.DatasetFacts.SegmentFacts;
import io.limn.task.dataset.DatasetFacts.StorageFacts;
import io.limn.task.dataset.DatasetFacts.TaskFacts;
import io.limn.task.frameplan.ValidationPools;
import io.limn.task.label.LabelCatalog;
import io.limn.task.label.LabelOwner;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads what has to be known to export and to import. */
@ApplicationScoped
class FactsReader {
    private static final String PROJECT = """
            SELECT p.*, u.updated_at, s.location AS source_location, s.cloud_storage_id AS source_cloud,
                   g.location AS target_location, g.cloud_storage_id AS target_cloud
            FROM project p JOIN project_touch u ON u.project_id = p.id
                LEFT JOIN storage s ON s.id = p.source_storage_id LEFT JOIN storage g ON g.id = p.target_storage_id
            WHERE p.deleted_at IS NULL AND p.id = ?""";
    private static final String TASKS = """
            SELECT t.*, u.updated_at, d.start_frame, d.stop_frame, d.frame_filter, d.step, d.frames, d.deleted_frames,
                   s.location AS source_location, s.cloud_storage_id AS source_cloud,
                   g.location AS target_location, g.cloud_storage_id AS target_cloud
            FROM task t JOIN task_touch u ON u.task_id = t.id LEFT JOIN frame_plan d ON d.data_id = t.data_id
                LEFT JOIN storage s ON s.id = t.source_storage_id LEFT JOIN storage g ON g.id = t.target_storage_id
            WHERE t.deleted_at IS NULL AND\s""";
    private static final String SEGMENTS = """
            SELECT j.id, s.start_frame, s.stop_frame FROM job j JOIN segment s ON s.id = j.segment_id
            WHERE j.task_id = ? AND j.type = 'annotation' ORDER BY j.id""";
    private static final String JOB = """
            SELECT j.*, s.start_frame, s.stop_frame, s.type AS segment_type, s.frames, v.disabled_frames
            FROM job j JOIN segment s ON s.id = j.segment_id
                LEFT JOIN validation_layout v ON v.task_id = j.task_id AND j.type = 'ground_truth'
            WHERE j.id = ?""";

    private final Database database;
    private final LabelCatalog labels;
    private final ValidationPools pools;

    FactsReader(Database database, LabelCatalog labels, ValidationPools pools) {
        this.database = database;
        this.labels = labels;
        this.pools = pools;
    }

    DatasetFacts project(long id) {
        var tasks = database.list(
                Sql.of(TASKS).append(Sql.of("t.project_id = ? AND t.size > 0 ORDER BY t.subset, t.id", id)),
                row -> task(row, false));
        return database.one(
                        Sql.of(PROJECT, id),
                        row -> new DatasetFacts(
                                "project",
                                id,
                                id,
                                Columns.id(row, "organization_id"),
                                row.getString("name"),
                                row.getString("bug_tracker"),
                                Columns.instant(row, "created_at"),
                                latest(row, tasks),
                                Columns.id(row, "owner_id"),
                                Columns.id(row, "assignee_id"),
                                labels(LabelOwner.project(id)),
                                tasks,
                                null,
                                storage(row, "target"),
                                storage(row, "source")))
                .orElseThrow(() -> ApiException.notFound("Project"));
    }

    private static java.time.Instant latest(ResultSet row, List<TaskFacts> tasks) throws SQLException {
        var latest = Columns.instant(row, "updated_at");
        for (var task : tasks) {
            latest = task.updatedDate().isAfter(latest) ? task.updatedDate() : latest;
        }
        return latest;
    }

    DatasetFacts task(long id) {
        return read(id, null);
    }

    DatasetFacts job(long id) {
        long task = database.one(Sql.of("SELECT task_id FROM job WHERE id = ?", id), row -> row.getLong("task_id"))
                .orElseThrow(() -> ApiException.notFound("Job"));
        return read(task, database.one(Sql.of(JOB, id), FactsReader::job).orElseThrow());
    }

    private DatasetFacts read(long task, JobFacts job) {
        return database.one(Sql.of(TASKS).append(Sql.of("t.id = ?", task)), row -> {
                    var facts = task(row, job != null);
                    return new DatasetFacts(
                            job == null ? "task" : "job",
                            job == null ? task : job.id(),
                            Columns.id(row, "project_id"),
                            Columns.id(row, "organization_id"),
                            facts.name(),
                            facts.bugTracker(),
                            facts.createdDate(),
                            job == null ? facts.updatedDate() : job.updatedDate(),
                            facts.ownerId(),
                            facts.assigneeId(),
                            labels(labels.ownerFor(task)),
                            List.of(facts),
                            job,
                            storage(row, "target"),
                            storage(row, "source"));
                })
                .orElseThrow(() -> ApiException.notFound("Task"));
    }

    private static StorageFacts storage(ResultSet row, String name) throws SQLException {
        var location = row.getString(name + "_location");
        return location == null ? null : new StorageFacts(location, Columns.id(row, name + "_cloud"));
    }

    private List<LabelFacts> labels(LabelOwner owner) {
        return labels.of(owner).stream()
                .map(label -> new LabelFacts(
                        label.id(),
                        label.parentId(),
                        label.name(),
                        label.color(),
                        label.type(),
                        label.svg(),
                        label.attributes()))
                .toList();
    }

    private TaskFacts task(ResultSet row, boolean ofJob) throws SQLException {
        long id = row.getLong("id");
        var data = Columns.id(row, "data_id");
        var deleted = Columns.integers(row, "deleted_frames");
        var overlap = Columns.integer(row, "overlap");
        return new TaskFacts(
                id,
                data,
                row.getString("name"),
                row.getString("subset"),
                row.getString("mode"),
                row.getString("dimension"),
                row.getInt("size"),
                overlap == null ? 0 : overlap,
                row.getString("bug_tracker"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getInt("start_frame"),
                row.getInt("stop_frame"),
                data == null ? "" : row.getString("frame_filter"),
                data == null ? 1 : row.getInt("step"),
                Columns.id(row, "owner_id"),
                Columns.id(row, "assignee_id"),
                Columns.integers(row, "frames"),
                excluded(id, deleted, ofJob),
                database.list(
                        Sql.of(SEGMENTS, id),
                        segment -> new SegmentFacts(
                                segment.getLong("id"), segment.getInt("start_frame"), segment.getInt("stop_frame"))),
                revisions(id));
    }

    /** Of a whole task, frames that stand for ones of the pool are left out: these are there themselves. */
    private int[] excluded(long task, int[] deleted, boolean ofJob) {
        var frames = deleted == null ? IntStream.empty() : IntStream.of(deleted);
        var pool = ofJob ? java.util.Optional.<io.limn.task.frameplan.ValidationPool>empty() : pools.of(task);
        if (pool.isPresent()) {
            frames = IntStream.concat(frames, pool.get().honeypots().stream().mapToInt(Integer::intValue));
        }
        return frames.sorted().distinct().toArray();
    }

    private Map<Long, Long> revisions(long task) {
        var revisions = new HashMap<Long, Long>();
        database.list(Sql.of("SELECT job_id, revision FROM annotation_head WHERE task_id = ?", task), row -> {
            revisions.put(row.getLong("job_id"), row.getLong("revision"));
            return true;
        });
        return revisions;
    }

    private static JobFacts job(ResultSet row) throws SQLException {
        var included = row.getString("segment_type").equals("specific_frames") ? Columns.integers(row, "frames") : null;
        var disabled = Columns.integers(row, "disabled_frames");
        if (included != null && disabled != null) {
            var off = disabled;
            included = IntStream.of(included)
                    .filter(frame -> IntStream.of(off).noneMatch(one -> one == frame))
                    .toArray();
        }
        return new JobFacts(
                row.getLong("id"),
                row.getString("type"),
                row.getInt("start_frame"),
                row.getInt("stop_frame"),
                included,
                Columns.instant(row, "updated_at"),
                Columns.id(row, "assignee_id"));
    }
}
