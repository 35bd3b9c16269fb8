package io.limn.task.task;

import io.limn.common.api.ApiException;
import io.limn.common.api.Links;
import io.limn.common.api.query.Field;
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
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** Reads tasks as the API shows them. */
@ApplicationScoped
class TaskViews {
    private static final String[] SEARCHED = {
        "project_name",
        "name",
        "owner",
        "status",
        "assignee",
        "subset",
        "mode",
        "dimension",
        "tracker_link",
        "validation_mode"
    };
    static final ListSpec LIST = ListSpec.from("task t LEFT JOIN project p ON p.id = t.project_id"
                    + " LEFT JOIN person o ON o.id = t.owner_id LEFT JOIN person a ON a.id = t.assignee_id")
            .one("task_touch tt ON tt.task_id = t.id")
            .searchTable("task_search", "task_id", "terms")
            .id("t.id")
            .text("project_name", "p.name")
            .text("name", "t.name")
            .text("owner", "o.username")
            .choice("status", "t.status", Set.of("annotation", "validation", "completed"))
            .text("assignee", "a.username")
            .text("subset", "t.subset")
            .text("mode", "t.mode")
            .choice("dimension", "t.dimension", Set.of("2d", "3d"))
            .text("tracker_link", "t.bug_tracker")
            .choice("validation_mode", "t.validation_mode", Set.of("gt", "gt_pool"))
            .field("project_id", "t.project_id", Field.Type.INTEGER)
            .field("updated_date", "tt.updated_at", Field.Type.TIMESTAMP)
            .search(SEARCHED)
            .simple(SEARCHED)
            .simple("project_id")
            .order("-id")
            .changes(Changes.of("task", "project", "person"), "updated_date");

    private static final String VIEW = """
            SELECT t.*, (SELECT g.id FROM annotation_guide g WHERE g.task_id = t.id) AS guide_id, tt.updated_at, d.cloud_storage_id AS data_cloud_storage_id, %s, %s, %s, %s,
                   jobs.count, jobs.completed, jobs.validation
            FROM task t
                JOIN task_touch tt ON tt.task_id = t.id
                LEFT JOIN frame_plan d ON d.data_id = t.data_id
                LEFT JOIN person o ON o.id = t.owner_id
                LEFT JOIN person a ON a.id = t.assignee_id
                LEFT JOIN storage ss ON ss.id = t.source_storage_id
                LEFT JOIN storage ts ON ts.id = t.target_storage_id
                CROSS JOIN LATERAL (
                    SELECT count(*) AS count,
                           count(*) FILTER (WHERE j.stage = 'acceptance' AND j.state = 'completed') AS completed,
                           count(*) FILTER (WHERE j.stage = 'validation') AS validation
                    FROM job j WHERE j.task_id = t.id) jobs
            WHERE t.id = ANY (?) AND t.deleted_at IS NULL
            """.formatted(
                    PersonColumns.of("o"), PersonColumns.of("a"), StorageView.columns("ss"), StorageView.columns("ts"));

    private final Database database;
    private final Links links;

    TaskViews(Database database, Links links) {
        this.database = database;
        this.links = links;
    }

    /** Tasks by their ids, in the order of these. */
    List<TaskView> of(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = new HashMap<Long, TaskView>();
        database.list(Sql.of(VIEW, ids), this::read).forEach(view -> found.put(view.id(), view));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** One task. */
    TaskView of(long id) {
        return of(List.of(id)).stream().findFirst().orElseThrow(() -> ApiException.notFound("Task"));
    }

    private TaskView read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        var organization = Columns.id(row, "organization_id");
        return new TaskView(
                links.to("/api/tasks/" + id),
                id,
                row.getString("name"),
                Columns.id(row, "project_id"),
                row.getString("mode"),
                PersonColumns.read(row, "o", links),
                PersonColumns.read(row, "a", links),
                row.getString("bug_tracker"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                Columns.integer(row, "overlap"),
                row.getInt("segment_size"),
                row.getString("status"),
                media(row),
                Columns.id(row, "guide_id"),
                row.getString("dimension"),
                row.getString("subset"),
                organization,
                organization,
                StorageView.read(row, "ts"),
                StorageView.read(row, "ss"),
                new TaskView.Jobs(
                        row.getLong("count"),
                        row.getLong("completed"),
                        row.getLong("validation"),
                        links.to("/api/jobs?task_id=" + id)),
                new TaskView.Labels(links.to("/api/labels?task_id=" + id)),
                Columns.instant(row, "assignee_updated_at"),
                row.getString("validation_mode"),
                row.getInt("consensus_replicas") > 0);
    }

    private static TaskView.Media media(ResultSet row) throws SQLException {
        var data = Columns.id(row, "data_id");
        return data == null
                ? null
                : new TaskView.Media(
                        Columns.integer(row, "chunk_size"),
                        row.getString("original_chunk_type"),
                        row.getString("compressed_chunk_type"),
                        Columns.id(row, "data_cloud_storage_id"),
                        row.getInt("size"),
                        row.getInt("image_quality"),
                        data);
    }
}
