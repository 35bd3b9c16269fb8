package io.limn.task.frameplan;

import io.limn.common.api.ApiException;
import io.limn.common.api.conditional.Precondition;
import io.limn.common.api.query.Sql;
import io.limn.task.access.Announcements;
import io.limn.task.access.JobRemoved;
import io.limn.task.database.Database;
import io.limn.task.job.JobScope;
import io.limn.task.job.JobViews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** Writes ground truth jobs, each in one transaction. */
@ApplicationScoped
class GroundTruthStore {
    private final Database database;
    private final ValidationLayouts layouts;
    private final Segments segments;
    private final GroundTruthWriter writer;
    private final Event<JobRemoved> removed;
    private final Announcements announcements;
    private final Precondition precondition;
    private final JobViews views;

    GroundTruthStore(
            Database database,
            ValidationLayouts layouts,
            Segments segments,
            GroundTruthWriter writer,
            Event<JobRemoved> removed,
            Announcements announcements,
            Precondition precondition,
            JobViews views) {
        this.database = database;
        this.layouts = layouts;
        this.segments = segments;
        this.writer = writer;
        this.removed = removed;
        this.announcements = announcements;
        this.precondition = precondition;
        this.views = views;
    }

    /**
     * Adds a job to a task whose data is processed.
     *
     * @throws ApiException 400 when there is one already, or its frames cannot be chosen like this
     */
    @Transactional
    public long create(long task, GroundTruthForm form, Long assignee) {
        layouts.lock(task).ifPresent(layout -> {
            throw ApiException.rule(
                    "Task with validation mode \"" + layout.mode() + "\" cannot have more than 1 GT job");
        });
        long job = writer.write(task, choose(task, form), segments.size(task));
        database.update(Sql.of(
                "UPDATE job SET assignee_id = ?, assignee_updated_at = CASE WHEN ? THEN updated_at END,"
                        + " stage = COALESCE(?, stage), state = COALESCE(?, state) WHERE id = ?",
                assignee,
                assignee != null,
                form.stage(),
                form.state(),
                job));
        announcements.job("created", task, job, null, views.of(job));
        return job;
    }

    private ValidationLayout choose(long task, GroundTruthForm form) {
        int size = segments.size(task);
        try {
            form.check(size);
            return ValidationLayout.groundTruth(GroundTruthFrames.choose(form.choice(), size, segments.cut(task)));
        } catch (UnsuitableChoiceException unsuitable) {
            throw ApiException.rule(unsuitable.getMessage());
        }
    }

    /**
     * Removes a job and all that is below it.
     *
     * @throws ApiException 400 when honeypots show its frames, 412 when the client knows another version
     */
    @Transactional
    public void delete(JobScope job) {
        if (layouts.lock(job.taskId()).filter(ValidationLayout::hasHoneypots).isPresent()) {
            throw ApiException.rule("GT jobs cannot be removed when task validation mode is \"gt_pool\"");
        }
        precondition.require(() -> views.of(job.id()));
        announcements.job("deleted", job.taskId(), job.id(), views.of(job.id()), null);
        removed.fire(new JobRemoved(job.taskId(), job.id()));
        writer.remove(job.taskId(), job.id(), job.segmentId());
    }
}
