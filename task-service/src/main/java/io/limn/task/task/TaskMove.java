package io.limn.task.task;

import io.limn.common.api.ApiException;
import io.limn.common.api.conditional.Precondition;
import io.limn.common.api.query.Sql;
import io.limn.task.access.Announcements;
import io.limn.task.access.Touch;
import io.limn.task.annotation.Relabelling;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import io.limn.task.label.LabelCatalog;
import io.limn.task.label.LabelMapping;
import io.limn.task.label.LabelOwner;
import io.limn.task.label.LabelWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Moves a task into a project: its annotations get the labels of the project. */
@ApplicationScoped
class TaskMove {
    private static final int LONGEST_SECONDS = 600;

    private final Database database;
    private final LabelCatalog catalog;
    private final LabelWriter labels;
    private final Relabelling annotations;
    private final Touch touch;
    private final Announcements announcements;
    private final Precondition precondition;
    private final TaskViews views;

    TaskMove(
            Database database,
            LabelCatalog catalog,
            LabelWriter labels,
            Relabelling annotations,
            Touch touch,
            Announcements announcements,
            Precondition precondition,
            TaskViews views) {
        this.database = database;
        this.catalog = catalog;
        this.labels = labels;
        this.annotations = annotations;
        this.touch = touch;
        this.announcements = announcements;
        this.precondition = precondition;
        this.views = views;
    }

    private record Row(Long projectId, Long organizationId, String dimension, int size) {}

    /**
     * Moves a task, in one transaction.
     *
     * @param project the project, not its present one
     * @param user    who moves it
     * @param renames names of the project's labels for labels that are called otherwise, by the ids of these
     * @throws ApiException 400 when the task does not fit into the project
     */
    void move(long task, long project, long user, Map<Long, String> renames) {
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            var locked = lockProjects(task, project);
            if (!locked.contains(project)) {
                throw ApiException.rule("Project matching query does not exist.");
            }
            var before = lockTask(task);
            if (before.projectId() != null && !locked.contains(before.projectId())) {
                throw ApiException.detail(409, "The task is being moved by another request. Please try again.");
            }
            precondition.require(() -> views.of(task));
            var seen = views.of(task);
            requireFit(before, project);
            var former = catalog.ofTask(task);
            var mapping = LabelMapping.of(former.all(), catalog.of(LabelOwner.project(project)), renames);
            annotations.apply(task, user, mapping.labels(), mapping.attributes());
            database.update(Sql.of("UPDATE task SET project_id = ? WHERE id = ?", project, task));
            labels.forget(LabelOwner.task(task));
            touch.taskAlone(task);
            touch.project(project);
            announcements.task("updated", task, project, seen, views.of(task));
        });
    }

    /** Neither the labels that the task has nor those that it gets may change meanwhile. */
    private List<Long> lockProjects(long task, long project) {
        return database.list(
                Sql.of(
                        "SELECT id FROM project WHERE (id = ? OR id = (SELECT project_id FROM task WHERE id = ?))"
                                + " AND deleted_at IS NULL ORDER BY id FOR NO KEY UPDATE",
                        project,
                        task),
                row -> row.getLong("id"));
    }

    private Row lockTask(long task) {
        return database.one(
                        Sql.of(
                                "SELECT project_id, organization_id, dimension, size FROM task"
                                        + " WHERE id = ? AND deleted_at IS NULL FOR NO KEY UPDATE",
                                task),
                        row -> new Row(
                                Columns.id(row, "project_id"),
                                Columns.id(row, "organization_id"),
                                row.getString("dimension"),
                                row.getInt("size")))
                .orElseThrow(() -> ApiException.notFound("Task"));
    }

    private void requireFit(Row task, long project) {
        var together = Sql.of(
                "SELECT 1 FROM project WHERE id = ? AND organization_id IS NOT DISTINCT FROM ?",
                project,
                task.organizationId());
        if (!database.exists(together)) {
            throw ApiException.rule("The task and its project should be in the same organization.");
        }
        if (task.size() == 0) {
            return;
        }
        database.one(
                        Sql.of(
                                "SELECT dimension FROM task WHERE project_id = ? AND size > 0 AND dimension <> ?"
                                        + " AND deleted_at IS NULL LIMIT 1",
                                project,
                                task.dimension()),
                        row -> row.getString("dimension"))
                .ifPresent(other -> {
                    throw ApiException.rule("Dimension (" + task.dimension()
                            + ") of the task must be the same as other tasks in project (" + other + ")");
                });
    }
}
