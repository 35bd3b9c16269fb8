package io.limn.task.project;

import io.limn.common.api.ApiException;
import io.limn.common.api.Links;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Changes;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import io.limn.task.people.PersonColumns;
import io.limn.task.storage.StorageView;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** Reads projects as the API shows them. */
@ApplicationScoped
class ProjectViews {
    static final ListSpec LIST = ListSpec.from(
                    "project p" + " LEFT JOIN person o ON o.id = p.owner_id LEFT JOIN person a ON a.id = p.assignee_id")
            .one("project_touch pt ON pt.project_id = p.id")
            .searchTable("project_search", "project_id", "terms")
            .id("p.id")
            .text("name", "p.name")
            .text("owner", "o.username")
            .text("assignee", "a.username")
            .choice("status", "p.status", Set.of("annotation", "validation", "completed"))
            .field("updated_date", "pt.updated_at", io.limn.common.api.query.Field.Type.TIMESTAMP)
            .search("name", "owner", "assignee", "status")
            .simple("name", "owner", "assignee", "status")
            .order("-id")
            .changes(Changes.of("project", "person"), "updated_date");

    private static final String VIEW = """
            SELECT p.id, p.name, p.bug_tracker, p.status, p.organization_id, p.created_at, pt.updated_at,
                   (SELECT g.id FROM annotation_guide g WHERE g.project_id = p.id) AS guide_id,
                   p.assignee_updated_at, %s, %s, %s, %s, tasks.count, tasks.subsets, tasks.dimension
            FROM project p
                JOIN project_touch pt ON pt.project_id = p.id
                LEFT JOIN person o ON o.id = p.owner_id
                LEFT JOIN person a ON a.id = p.assignee_id
                LEFT JOIN storage ss ON ss.id = p.source_storage_id
                LEFT JOIN storage ts ON ts.id = p.target_storage_id
                CROSS JOIN LATERAL (
                    SELECT count(*) AS count, min(t.dimension) AS dimension,
                           array_agg(DISTINCT t.subset) FILTER (WHERE t.subset <> '') AS subsets
                    FROM task t WHERE t.project_id = p.id AND t.deleted_at IS NULL) tasks
            WHERE p.id = ANY (?) AND p.deleted_at IS NULL
            """.formatted(
                    PersonColumns.of("o"), PersonColumns.of("a"), StorageView.columns("ss"), StorageView.columns("ts"));

    private final Database database;
    private final Links links;

    ProjectViews(Database database, Links links) {
        this.database = database;
        this.links = links;
    }

    /** Projects by their ids, in the order of these. */
    List<ProjectView> of(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = new HashMap<Long, ProjectView>();
        database.list(Sql.of(VIEW, ids), this::read).forEach(view -> found.put(view.id(), view));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** One project. */
    ProjectView of(long id) {
        return of(List.of(id)).stream().findFirst().orElseThrow(() -> ApiException.notFound("Project"));
    }

    private ProjectView read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        var organization = Columns.id(row, "organization_id");
        return new ProjectView(
                links.to("/api/projects/" + id),
                id,
                row.getString("name"),
                PersonColumns.read(row, "o", links),
                PersonColumns.read(row, "a", links),
                Columns.id(row, "guide_id"),
                row.getString("bug_tracker"),
                subsets(row),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getString("status"),
                row.getString("dimension"),
                organization,
                organization,
                StorageView.read(row, "ts"),
                StorageView.read(row, "ss"),
                new ProjectView.Tasks(row.getLong("count"), links.to("/api/tasks?project_id=" + id)),
                new ProjectView.Labels(links.to("/api/labels?project_id=" + id)),
                Columns.instant(row, "assignee_updated_at"));
    }

    private static List<String> subsets(ResultSet row) throws SQLException {
        var array = row.getArray("subsets");
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
