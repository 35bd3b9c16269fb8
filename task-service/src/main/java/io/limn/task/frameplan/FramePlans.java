package io.limn.task.frameplan;

import io.limn.common.api.query.Sql;
import io.limn.common.event.Outbox;
import io.limn.task.access.Touch;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Lays frame plans, in the transaction at hand. */
@ApplicationScoped
class FramePlans {
    private final Database database;
    private final Arranger arranger;
    private final SegmentWriter segments;
    private final GroundTruthWriter groundTruth;
    private final FramePlanConfig config;
    private final Touch touch;
    private final Outbox outbox;

    FramePlans(
            Database database,
            Arranger arranger,
            SegmentWriter segments,
            GroundTruthWriter groundTruth,
            FramePlanConfig config,
            Touch touch,
            Outbox outbox) {
        this.database = database;
        this.arranger = arranger;
        this.segments = segments;
        this.groundTruth = groundTruth;
        this.config = config;
        this.touch = touch;
        this.outbox = outbox;
    }

    /** A task at the time when its data is ready. */
    private record Target(
            Long projectId, int segmentSize, Integer overlap, int replicas, int size, Long dataId, String requestId) {}

    /** Lays the plan for processed data; the same data again changes nothing. */
    Outcome lay(ProcessedData data) {
        var found = lock(data.taskId());
        if (found.isEmpty()) {
            return new Outcome.Gone();
        }
        var task = found.get();
        if (task.size() > 0) {
            return data.requestId() != null && data.requestId().equals(task.requestId())
                    ? new Outcome.Ready(segments.jobs(data.taskId()))
                    : new Outcome.Rejected("Adding more data is not supported");
        }
        var refusal = refusal(task, data);
        if (refusal.isPresent()) {
            return new Outcome.Rejected(refusal.get());
        }
        try {
            return lay(task, arranger.arrange(data, task.segmentSize(), task.overlap()));
        } catch (UnsuitableChoiceException unsuitable) {
            return new Outcome.Rejected(unsuitable.getMessage());
        }
    }

    private Outcome lay(Target task, Arrangement arrangement) {
        var data = arrangement.data();
        var cut = arrangement.cut();
        long jobs = (long) cut.segments().size() * (task.replicas() + 1);
        if (jobs > config.mostJobs()) {
            return new Outcome.Rejected(
                    "Too many jobs would be created for the task. Current total: %d, maximum allowed: %d."
                            .formatted(jobs, config.mostJobs()));
        }
        write(data, cut);
        segments.write(data.taskId(), cut, task.replicas());
        if (arrangement.layout() != null) {
            groundTruth.write(data.taskId(), arrangement.layout(), data.size());
        }
        touch.taskAlone(data.taskId());
        outbox.add("limn.task", String.valueOf(data.taskId()), "task.updated", Map.of("task_id", data.taskId()));
        return new Outcome.Ready((int) jobs);
    }

    /** Locks the project first, so that two tasks of it cannot bring different dimensions at the same time. */
    private Optional<Target> lock(long task) {
        database.exists(Sql.of(
                "SELECT 1 FROM project WHERE id = (SELECT project_id FROM task WHERE id = ?) FOR NO KEY UPDATE", task));
        var query = Sql.of(
                "SELECT t.project_id, t.segment_size, t.overlap, t.consensus_replicas, t.size, t.data_id, d.request_id"
                        + " FROM task t LEFT JOIN frame_plan d ON d.data_id = t.data_id WHERE t.id = ?"
                        + " FOR NO KEY UPDATE OF t",
                task);
        return database.one(
                query,
                row -> new Target(
                        Columns.id(row, "project_id"),
                        row.getInt("segment_size"),
                        Columns.integer(row, "overlap"),
                        row.getInt("consensus_replicas"),
                        row.getInt("size"),
                        Columns.id(row, "data_id"),
                        row.getString("request_id")));
    }

    private Optional<String> refusal(Target task, ProcessedData data) {
        if (data.size() < 1 || task.dataId() == null) {
            return Optional.of("No media data found");
        }
        var sibling = Sql.of(
                "SELECT dimension FROM task WHERE project_id = ? AND id <> ? AND size > 0 AND deleted_at IS NULL"
                        + " AND dimension <> ? LIMIT 1",
                task.projectId(),
                data.taskId(),
                data.dimension());
        return task.projectId() == null
                ? Optional.empty()
                : database.one(sibling, row -> row.getString("dimension"))
                        .map(other -> "Dimension (%s) of the task must be the same as other tasks in project (%s)"
                                .formatted(data.dimension(), other));
    }

    private void write(ProcessedData data, Cut cut) {
        database.update(Sql.of(
                "UPDATE task SET mode = ?, dimension = ?, size = ?, chunk_size = ?,"
                        + " image_quality = COALESCE(?, image_quality), compressed_chunk_type = ?,"
                        + " original_chunk_type = ?, segment_size = ?, overlap = ? WHERE id = ?",
                data.mode(),
                data.dimension(),
                data.size(),
                data.chunkSize(),
                data.imageQuality(),
                data.compressedChunkType(),
                data.originalChunkType(),
                cut.segmentSize(),
                cut.overlap(),
                data.taskId()));
        database.update(Sql.of(
                "UPDATE frame_plan SET revision = revision + 1, request_id = ?, start_frame = ?, stop_frame = ?,"
                        + " frame_filter = ?, step = ?, storage = ?, cloud_storage_id = ?, frames = ? WHERE task_id = ?",
                data.requestId(),
                data.startFrame(),
                data.stopFrame(),
                data.frameFilter() == null ? "" : data.frameFilter(),
                Math.max(1, data.step()),
                data.storage() == null ? "local" : data.storage(),
                data.cloudStorageId(),
                data.frames(),
                data.taskId()));
    }
}
