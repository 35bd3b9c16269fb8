package io.limn.task.frameplan;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.api.query.Sql;
import io.limn.task.access.Announcements;
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
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Takes frames out of the plan of a task, or back into it. */
@ApplicationScoped
class DeletedFrames {
    private final Database database;
    private final ValidationLayouts layouts;
    private final Touch touch;
    private final Announcements announcements;

    DeletedFrames(Database database, ValidationLayouts layouts, Touch touch, Announcements announcements) {
        this.database = database;
        this.layouts = layouts;
        this.touch = touch;
        this.announcements = announcements;
    }

    /**
     * Replaces the deleted frames of a task.
     *
     * @param revision of the plan that is to be changed, {@code null} for whichever there is
     * @return them in the order in which they were sent; {@code null} when the body names none
     * @throws ApiException 400 when they are none of the task's, 412 when the plan has another revision
     */
    @Transactional
    public int[] replace(TaskScope task, Input body, Long revision) {
        requireRevision(task.taskId(), revision);
        var sent = Frames.list(body, "deleted_frames").value();
        body.check();
        if (sent != null) {
            if (new HashSet<>(sent).size() < sent.size()) {
                throw ApiException.field("deleted_frames", "Deleted frames cannot repeat");
            }
            var unknown = sent.stream().filter(frame -> frame >= task.size()).toList();
            if (!unknown.isEmpty()) {
                throw ApiException.field(
                        "deleted_frames", "Unknown frames " + Frames.tell(unknown) + " requested for removal");
            }
            var before = lock(task.taskId());
            demandNoPool(task.taskId(), sent, before);
            write(task.taskId(), sent);
        }
        if (body.node().path("cloud_storage_id").canConvertToLong()) {
            database.update(Sql.of(
                    "UPDATE frame_plan SET cloud_storage_id = ?, revision = revision + 1 WHERE task_id = ?",
                    body.node().path("cloud_storage_id").asLong(),
                    task.taskId()));
        }
        touch.taskAlone(task.taskId());
        announcements.taskTouched(task.taskId());
        return sent == null ? null : sent.stream().mapToInt(Integer::intValue).toArray();
    }

    private void requireRevision(long task, Long revision) {
        if (revision != null && layouts.lockedRevision(task) != revision) {
            throw ApiException.of(412, null);
        }
    }

    /** Frames of the pool behind honeypots are taken out where their ground truth is, together with the honeypots. */
    private void demandNoPool(long task, List<Integer> sent, int[] before) {
        var layout = layouts.find(task).filter(ValidationLayout::hasHoneypots);
        if (layout.isPresent()) {
            var pool = layout.get().frameSet();
            IntStream.of(before).forEach(pool::remove);
            if (sent.stream().anyMatch(pool::contains)) {
                throw ApiException.field(
                        "deleted_frames",
                        "When task validation mode is gt_pool, GT frames can only be deleted and restored"
                                + " via the GT job's api/jobs/{id}/data/meta endpoint");
            }
        }
    }

    /**
     * Replaces the deleted frames of a job; those of the task outside of it stay. In a ground truth job this disables
     * validation frames.
     *
     * @param revision of the plan that is to be changed, {@code null} for whichever there is
     * @throws ApiException 400 when they are none of the job's, 412 when the plan has another revision
     */
    @Transactional
    public void replace(JobScope job, Input body, Long revision) {
        requireRevision(job.taskId(), revision);
        body.raw("deleted_frames").required();
        var sent = Frames.list(body, "deleted_frames").value();
        body.check();
        var layout =
                job.type().equals("ground_truth") ? layouts.lock(job.taskId()) : Optional.<ValidationLayout>empty();
        var own = layout.map(ValidationLayout::frameSet);
        var foreign = sent.stream()
                .filter(frame -> frame < job.startFrame()
                        || frame > job.stopFrame()
                        || own.isPresent() && !own.get().contains(frame))
                .toList();
        if (!foreign.isEmpty()) {
            throw ApiException.rule("Frames " + Frames.tell(foreign) + " do not belong to the job");
        }
        if (layout.isPresent()) {
            disable(job.taskId(), layout.get(), sent);
        } else {
            var frames = new TreeSet<>(sent);
            for (int frame : lock(job.taskId())) {
                if (frame < job.startFrame() || frame > job.stopFrame()) {
                    frames.add(frame);
                }
            }
            write(job.taskId(), List.copyOf(frames));
        }
        touch.task(job.taskId());
        announcements.taskTouched(job.taskId());
    }

    /**
     * Replaces the validation frames of a task that are not used. Honeypots that show them are deleted with them, and
     * restored with them; deleted frames of the annotators stay.
     *
     * @return the layout after it
     * @throws ApiException 400 when frames are no validation frames
     */
    ValidationLayout disable(long task, ValidationLayout layout, List<Integer> frames) {
        var known = layout.frameSet();
        var unknown = frames.stream().filter(frame -> !known.contains(frame)).toList();
        if (!unknown.isEmpty()) {
            throw ApiException.rule(
                    "Unknown frames requested for exclusion from the validation set: " + Frames.tell(unknown));
        }
        var changed = layout.withDisabled(frames);
        layouts.update(task, changed);
        if (changed.hasHoneypots()) {
            var deleted = new TreeSet<Integer>(changed.showing(changed.disabledSet()));
            deleted.addAll(frames);
            known.addAll(changed.showing(changed.frameSet()));
            IntStream.of(lock(task)).filter(frame -> !known.contains(frame)).forEach(deleted::add);
            write(task, List.copyOf(deleted));
        }
        return changed;
    }

    /** The deleted frames of a task, which nobody else changes until the transaction ends. */
    int[] lock(long task) {
        return database.one(
                        Sql.of("SELECT deleted_frames FROM frame_plan WHERE task_id = ? FOR UPDATE", task),
                        row -> Columns.integers(row, "deleted_frames"))
                .orElse(new int[0]);
    }

    /** The UI sends the list with every save: only a real change raises the revision, which chunks are cached by. */
    void write(long task, List<Integer> frames) {
        var sorted = frames.stream().mapToInt(Integer::intValue).sorted().toArray();
        database.update(Sql.of(
                "UPDATE frame_plan SET deleted_frames = ?, revision = revision + 1"
                        + " WHERE task_id = ? AND deleted_frames <> ?",
                sorted,
                task,
                Arrays.copyOf(sorted, sorted.length)));
    }
}
