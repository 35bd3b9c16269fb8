package io.limn.task.frameplan;

import io.limn.common.api.Timestamps;
import io.limn.common.api.query.Sql;
import io.limn.task.access.FramesReplaced;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Lets honeypots show other validation frames, in the transaction at hand. */
@ApplicationScoped
class Honeypots {
    private final Database database;
    private final ValidationLayouts layouts;
    private final DeletedFrames deleted;
    private final Event<FramesReplaced> replaced;

    Honeypots(Database database, ValidationLayouts layouts, DeletedFrames deleted, Event<FramesReplaced> replaced) {
        this.database = database;
        this.layouts = layouts;
        this.deleted = deleted;
        this.replaced = replaced;
    }

    /**
     * Replaces what honeypots show. Those that change are empty and not deleted afterwards.
     *
     * @param realFrames the validation frame of each honeypot of the task
     * @param jobs       frames of the jobs that count as changed
     */
    void replace(long task, ValidationLayout layout, int[] realFrames, List<Cut.Range> jobs) {
        var changed = IntStream.range(0, realFrames.length)
                .filter(i -> realFrames[i] != layout.realFrames()[i])
                .toArray();
        var frames = IntStream.of(changed).map(i -> layout.honeypots()[i]).toArray();
        if (frames.length > 0) {
            replaced.fire(new FramesReplaced(task, IntStream.of(frames).boxed().toList()));
            show(task, layout, realFrames, changed);
            layouts.update(task, layout.withRealFrames(realFrames));
            var restored = new HashSet<>(IntStream.of(frames).boxed().toList());
            deleted.write(
                    task,
                    IntStream.of(deleted.lock(task))
                            .boxed()
                            .filter(frame -> !restored.contains(frame))
                            .toList());
            renewChunks(task, frames);
        }
        for (var job : jobs) {
            database.update(Sql.of(
                    "UPDATE job SET updated_at = ? WHERE segment_id IN"
                            + " (SELECT id FROM segment WHERE task_id = ? AND start_frame = ? AND stop_frame = ?)",
                    Timestamps.now(),
                    task,
                    job.start(),
                    job.stop()));
        }
    }

    /** Writes the source position of each changed honeypot into the plan. */
    private void show(long task, ValidationLayout layout, int[] realFrames, int[] changed) {
        var positions = database.one(
                        Sql.of("SELECT frames FROM frame_plan WHERE task_id = ?", task),
                        row -> Columns.integers(row, "frames"))
                .orElseThrow();
        for (int i : changed) {
            positions[layout.honeypots()[i]] = positions[realFrames[i]];
        }
        database.update(Sql.of("UPDATE frame_plan SET frames = ? WHERE task_id = ?", positions, task));
    }

    /** Chunks that clients keep are told from new ones by a date, which therefore always grows. */
    private void renewChunks(long task, int[] frames) {
        database.update(Sql.of(
                "UPDATE segment s SET chunks_updated_at = GREATEST(?, chunks_updated_at + interval '1 microsecond')"
                        + " WHERE task_id = ? AND EXISTS (SELECT 1 FROM unnest(?::integer[]) AS changed (frame)"
                        + " WHERE changed.frame BETWEEN s.start_frame AND s.stop_frame)",
                Timestamps.now(),
                task,
                frames));
    }
}
