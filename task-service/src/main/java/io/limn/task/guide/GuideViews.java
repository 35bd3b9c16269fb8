package io.limn.task.guide;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads guides as the API shows them. */
@ApplicationScoped
class GuideViews {
    private final Database database;

    GuideViews(Database database) {
        this.database = database;
    }

    /** A guide that the caller has been let in to. */
    GuideView of(long id) {
        return database.one(
                        Sql.of("SELECT * FROM annotation_guide WHERE id = ?", id),
                        row -> new GuideView(
                                id,
                                Columns.id(row, "task_id"),
                                Columns.id(row, "project_id"),
                                Columns.instant(row, "created_at"),
                                Columns.instant(row, "updated_at"),
                                row.getString("markdown")))
                .orElseThrow(() -> ApiException.notFound("AnnotationGuide"));
    }
}
