package io.limn.task.label;

import io.limn.common.api.query.Sql;

/**
 * The project or the task to which labels belong: one of both.
 *
 * @param projectId the project, {@code null} for labels of a task
 * @param taskId    the task, {@code null} for labels of a project
 */
public record LabelOwner(Long projectId, Long taskId) {
    /** Labels of a project. */
    public static LabelOwner project(long id) {
        return new LabelOwner(id, null);
    }

    /** Labels of a task. */
    public static LabelOwner task(long id) {
        return new LabelOwner(null, id);
    }

    /** The condition on {@code label l}. */
    Sql condition() {
        return projectId == null ? Sql.of("l.task_id = ?", taskId) : Sql.of("l.project_id = ?", projectId);
    }
}
