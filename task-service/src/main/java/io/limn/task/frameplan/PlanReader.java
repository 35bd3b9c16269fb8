package io.limn.task.frameplan;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import io.limn.task.job.JobScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Reads plans. */
@ApplicationScoped
class PlanReader {
    private static final String TASK = """
            SELECT t.*, d.revision, d.start_frame, d.stop_frame, d.frame_filter, d.step, d.storage, d.cloud_storage_id,
                   d.frames, d.deleted_frames, v.disabled_frames
            FROM task t LEFT JOIN frame_plan d ON d.data_id = t.data_id
                LEFT JOIN validation_layout v ON v.task_id = t.id
            WHERE t.id = ? AND t.deleted_at IS NULL
            """;
    private static final String SEGMENTS = """
            SELECT DISTINCT s.id, s.start_frame, s.stop_frame, s.type, s.frames, s.chunks_updated_at
            FROM segment s JOIN job j ON j.segment_id = s.id
            WHERE\s""";

    private final Database database;

    PlanReader(Database database) {
        this.database = database;
    }

    /** The plan of a task. */
    Plan ofTask(long task) {
        return read(task, null);
    }

    /** The plan of a job. */
    Plan ofJob(JobScope job) {
        return read(job.taskId(), job);
    }

    private Plan read(long task, JobScope job) {
        var condition =
                job == null ? Sql.of("s.task_id = ? AND j.type = 'annotation'", task) : Sql.of("j.id = ?", job.id());
        var segments =
                database.list(Sql.of(SEGMENTS).append(condition).append(Sql.of(" ORDER BY s.id")), PlanReader::segment);
        return database.one(Sql.of(TASK, task), row -> plan(row, job, segments))
                .orElseThrow(() -> ApiException.notFound("Task"));
    }

    private static PlanSegment segment(ResultSet row) throws SQLException {
        return new PlanSegment(
                row.getLong("id"),
                row.getInt("start_frame"),
                row.getInt("stop_frame"),
                row.getString("type"),
                Columns.integers(row, "frames"),
                Columns.instant(row, "chunks_updated_at"));
    }

    private static Plan plan(ResultSet row, JobScope job, List<PlanSegment> relative) throws SQLException {
        var data = Columns.id(row, "data_id");
        int start = row.getInt("start_frame");
        int step = data == null ? 1 : row.getInt("step");
        int size = row.getInt("size");
        var frames = Columns.integers(row, "frames");
        var segments = relative.stream()
                .map(segment -> absolute(segment, start, step, frames))
                .toList();
        var listed =
                job == null || segments.isEmpty() ? null : segments.getFirst().frames();
        int first = job == null ? 0 : job.startFrame();
        int last = job == null ? size - 1 : job.stopFrame();
        return new Plan(
                row.getLong("id"),
                Columns.id(row, "project_id"),
                Columns.id(row, "organization_id"),
                job == null ? null : job.id(),
                job == null ? null : job.type(),
                data,
                row.getLong("revision"),
                row.getString("mode"),
                row.getString("dimension"),
                size,
                Columns.integer(row, "chunk_size"),
                row.getInt("image_quality"),
                start,
                row.getInt("stop_frame"),
                data == null ? "" : row.getString("frame_filter"),
                step,
                row.getString("compressed_chunk_type"),
                row.getString("original_chunk_type"),
                data == null ? "local" : row.getString("storage"),
                Columns.id(row, "cloud_storage_id"),
                frames,
                segments,
                first,
                last,
                listed,
                deleted(row, job, first, last, relative),
                updated(segments));
    }

    /** The deleted frames of a task or a job; a ground truth job has those that are disabled besides. */
    private static int[] deleted(ResultSet row, JobScope job, int first, int last, List<PlanSegment> segments)
            throws SQLException {
        var deleted = stream(Columns.integers(row, "deleted_frames"));
        if (job != null && job.type().equals("ground_truth")) {
            deleted = IntStream.concat(deleted, stream(Columns.integers(row, "disabled_frames")));
        }
        var listed =
                job == null || segments.isEmpty() ? null : segments.getFirst().frames();
        return deleted.filter(frame -> frame >= first && frame <= last)
                .filter(frame -> listed == null || Arrays.binarySearch(listed, frame) >= 0)
                .sorted()
                .distinct()
                .toArray();
    }

    private static IntStream stream(int[] numbers) {
        return numbers == null ? IntStream.empty() : IntStream.of(numbers);
    }

    private static PlanSegment absolute(PlanSegment segment, int start, int step, int[] order) {
        var frames = segment.frames() == null
                ? null
                : Arrays.stream(segment.frames())
                        .map(frame -> order == null ? start + frame * step : order[frame])
                        .toArray();
        return new PlanSegment(
                segment.id(),
                segment.startFrame(),
                segment.stopFrame(),
                segment.type(),
                frames,
                segment.chunksUpdatedDate());
    }

    private static Instant updated(List<PlanSegment> segments) {
        return segments.stream()
                .map(PlanSegment::chunksUpdatedDate)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
