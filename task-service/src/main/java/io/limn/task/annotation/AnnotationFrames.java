package io.limn.task.annotation;

import io.limn.task.annotation.history.Counts;
import io.limn.task.annotation.history.RevisionKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** What becomes of annotations when the pictures behind frames change. */
@ApplicationScoped
public class AnnotationFrames {
    private final JobActs acts;

    AnnotationFrames(JobActs acts) {
        this.acts = acts;
    }

    /**
     * Removes the tags and shapes on some frames of a job, in the transaction at hand. It is a revision of the job; the
     * caller moves the dates of job and task.
     *
     * @param frames relative to the task
     */
    public void clear(long task, long job, Collection<Integer> frames) {
        acts.each(
                List.of(new JobActs.Place(task, job)),
                RevisionKind.HONEYPOTS,
                (past, number) -> new Counts(0, 0, past.removeFrames(frames, number)));
    }
}
