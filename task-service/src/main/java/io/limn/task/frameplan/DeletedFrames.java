package io.limn.task.frameplan;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.api.query.Sql;
import io.limn.task.access.TaskScope;
import io.limn.task.access.Touch;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import io.limn.task.job.JobScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes frames out of the plan of a task, or back into it. */
@ApplicationScoped
class DeletedFrames {
    private static final int TOLD = 10;

    private final Database database;
    private final Touch touch;

    DeletedFrames(Database database, Touch touch) {
        this.database = database;
        this.touch = touch;
    }

    /**
     * Replaces the deleted frames of a task.
     *
     * @return them in the order in which they were sent; {@code null} when the body names none
     * @throws ApiException 400 when they are none of the task's
     */
    @Transactional
    public int[] replace(TaskScope task, Input body) {
        var sent = read(body);
        body.check();
        if (sent != null) {
            if (new HashSet<>(sent).size() < sent.size()) {
                throw ApiException.field("deleted_frames", "Deleted frames cannot repeat");
            }
            var unknown = sent.stream().filter(frame -> frame >= task.size()).toList();
            if (!unknown.isEmpty()) {
                throw ApiException.field(
                        "deleted_frames", "Unknown frames " + tell(unknown) + " requested for removal");
            }
            lock(task.taskId());
            write(task.taskId(), sent);
        }
        if (body.node().path("cloud_storage_id").canConvertToLong()) {
            database.update(Sql.of(
                    "UPDATE frame_plan SET cloud_storage_id = ?, revision = revision + 1 WHERE task_id = ?",
                    body.node().path("cloud_storage_id").asLong(),
                    task.taskId()));
        }
        touch.taskAlone(task.taskId());
        return sent == null ? null : sent.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Replaces the deleted frames of a job; those of the task outside of it stay.
     *
     * @throws ApiException 400 when they are none of the job's
     */
    @Transactional
    public void replace(JobScope job, Input body) {
        body.raw("deleted_frames").required();
        var sent = read(body);
        body.check();
        var foreign = sent.stream()
                .filter(frame -> frame < job.startFrame() || frame > job.stopFrame())
                .toList();
        if (!foreign.isEmpty()) {
            throw ApiException.rule("Frames " + tell(foreign) + " do not belong to the job");
        }
        var frames = new TreeSet<>(sent);
        for (int frame : lock(job.taskId())) {
            if (frame < job.startFrame() || frame > job.stopFrame()) {
                frames.add(frame);
            }
        }
        write(job.taskId(), List.copyOf(frames));
        touch.task(job.taskId());
    }

    private static List<Integer> read(Input body) {
        return body.values("deleted_frames", value -> {
                    int frame = Frames.number(value);
                    if (frame < 0) {
                        throw new Input.Refused("Ensure this value is greater than or equal to 0.");
                    }
                    return frame;
                })
                .value();
    }

    private static String tell(List<Integer> frames) {
        var told = frames.stream().limit(TOLD).map(String::valueOf).collect(Collectors.joining(", "));
        return frames.size() > TOLD ? told + " (and " + (frames.size() - TOLD) + " more)" : told;
    }

    private int[] lock(long task) {
        return database.one(
                        Sql.of("SELECT deleted_frames FROM frame_plan WHERE task_id = ? FOR UPDATE", task),
                        row -> Columns.integers(row, "deleted_frames"))
                .orElse(new int[0]);
    }

    /** The UI sends the list with every save: only a real change raises the revision, which chunks are cached by. */
    private void write(long task, List<Integer> frames) {
        var sorted = frames.stream().mapToInt(Integer::intValue).sorted().toArray();
        database.update(Sql.of(
                "UPDATE frame_plan SET deleted_frames = ?, revision = revision + 1"
                        + " WHERE task_id = ? AND deleted_frames <> ?",
                sorted,
                task,
                Arrays.copyOf(sorted, sorted.length)));
    }
}
