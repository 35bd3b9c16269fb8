package io.limn.data.dataset.content;

import java.time.Instant;
import java.util.List;

/**
 * What is exported.
 *
 * @param kind       project, task or job
 * @param id         its id
 * @param name       name of the project or the task
 * @param bugTracker address, may be empty
 * @param created    when it was made
 * @param updated    when it was changed
 * @param owner      {@code null} for nobody
 * @param assignee   {@code null} for nobody
 * @param labels     its labels
 * @param tasks      those that have data: one, or those of the project by subset and id
 * @param job        of a job, otherwise {@code null}
 */
public record Subject(
        Kind kind,
        long id,
        String name,
        String bugTracker,
        Instant created,
        Instant updated,
        Person owner,
        Person assignee,
        Labels labels,
        List<TaskFacts> tasks,
        JobFacts job) {

    /** What can be exported. */
    public enum Kind {
        PROJECT,
        TASK,
        JOB
    }

    /** Whether it is a project. */
    public boolean isProject() {
        return kind == Kind.PROJECT;
    }
}
