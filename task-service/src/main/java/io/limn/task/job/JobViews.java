package io.limn.task.job;

import io.limn.common.api.ApiException;
import io.limn.common.api.Links;
import io.limn.common.api.query.Field;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Sql;
import io.limn.task.access.TaskAccess;
import io.limn.task.access.TaskScope;
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

/** Reads jobs as the API shows them. */
@ApplicationScoped
public class JobViews {
    static final ListSpec LIST = ListSpec.from("job j LEFT JOIN task t ON t.id = j.task_id"
                    + " LEFT JOIN project p ON p.id = t.project_id LEFT JOIN person a ON a.id = j.assignee_id")
            .searchTable("job_search", "job_id", "terms")
            .id("j.id")
            .text("task_name", "t.name")
            .text("project_name", "p.name")
            .text("assignee", "a.username")
            .choice("state", "j.state", JobChange.STATES)
            .choice("stage", "j.stage", JobChange.STAGES)
            .field("task_id", "j.task_id", Field.Type.INTEGER)
            .field("project_id", "t.project_id", Field.Type.INTEGER)
            .choice("dimension", "t.dimension", Set.of("2d", "3d"))
            .choice("type", "j.type", Set.of("annotation", "ground_truth", "consensus_replica"))
            .field("parent_job_id", "j.parent_job_id", Field.Type.INTEGER)
            .field("updated_date", "j.updated_at", Field.Type.TIMESTAMP)
            .search("task_name", "project_name", "assignee", "state", "stage")
            .simple("task_name", "project_name", "assignee", "state", "stage", "task_id", "project_id", "dimension")
            .simple("type", "parent_job_id")
            .order("-id")
            .changes(Changes.of("job", "task", "project", "person"), "updated_date");

    private static final String VIEW =
            """
            SELECT j.*, s.start_frame, s.stop_frame, s.type AS segment_type, cardinality(s.frames) AS listed_frames,
                   t.project_id, t.organization_id, t.owner_id AS task_owner_id, t.assignee_id AS task_assignee_id,
                   p.owner_id AS project_owner_id, p.assignee_id AS project_assignee_id, t.data_id, t.size, t.mode,
                   t.dimension, t.validation_mode, t.chunk_size, t.compressed_chunk_type, t.original_chunk_type,
                   t.consensus_replicas, (SELECT count(*) FROM issue i WHERE i.job_id = j.id) AS issues,
                   CASE WHEN t.project_id IS NULL
                       THEN (SELECT g.id FROM annotation_guide g WHERE g.task_id = t.id)
                       ELSE (SELECT g.id FROM annotation_guide g WHERE g.project_id = t.project_id) END AS guide_id,
                   COALESCE(NULLIF(t.bug_tracker, ''), p.bug_tracker) AS bug_tracker, %s, %s, %s
            FROM job j
                JOIN segment s ON s.id = j.segment_id
                JOIN task t ON t.id = j.task_id
                LEFT JOIN project p ON p.id = t.project_id
                LEFT JOIN person a ON a.id = j.assignee_id
                LEFT JOIN storage ss ON ss.id = t.source_storage_id
                LEFT JOIN storage ts ON ts.id = t.target_storage_id
            WHERE j.id = ANY (?) AND t.deleted_at IS NULL
            """.formatted(PersonColumns.of("a"), StorageView.columns("ss"), StorageView.columns("ts"));

    private final Database database;
    private final TaskAccess tasks;
    private final Links links;

    JobViews(Database database, TaskAccess tasks, Links links) {
        this.database = database;
        this.tasks = tasks;
        this.links = links;
    }

    /** Jobs by their ids, in the order of these. */
    List<JobView> of(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = new HashMap<Long, JobView>();
        database.list(Sql.of(VIEW, ids), this::read).forEach(view -> found.put(view.id(), view));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /**
     * One job.
     *
     * @throws ApiException 404 when there is none
     */
    public JobView of(long id) {
        return of(List.of(id)).stream().findFirst().orElseThrow(() -> ApiException.notFound("Job"));
    }

    private JobView read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        int start = row.getInt("start_frame");
        int stop = row.getInt("stop_frame");
        boolean listed = row.getString("segment_type").equals("specific_frames");
        boolean annotation = row.getString("type").equals("annotation");
        boolean seesTask = tasks.allows(task(row), "view");
        return new JobView(
                links.to("/api/jobs/" + id),
                id,
                row.getLong("task_id"),
                Columns.id(row, "project_id"),
                PersonColumns.read(row, "a", links),
                Columns.id(row, "guide_id"),
                row.getString("dimension"),
                row.getString("bug_tracker"),
                row.getString("status"),
                row.getString("stage"),
                row.getString("state"),
                row.getString("mode"),
                listed ? row.getInt("listed_frames") : stop - start + 1,
                start,
                stop,
                Columns.integer(row, "chunk_size"),
                listed ? "imageset" : row.getString("compressed_chunk_type"),
                row.getString("original_chunk_type"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                new JobView.Issues(row.getLong("issues"), links.to("/api/issues?job_id=" + id)),
                new JobView.Labels(links.to("/api/labels?job_id=" + id)),
                row.getString("type"),
                Columns.id(row, "organization_id"),
                seesTask ? StorageView.read(row, "ts") : null,
                seesTask ? StorageView.read(row, "ss") : null,
                Columns.instant(row, "assignee_updated_at"),
                Columns.id(row, "parent_job_id"),
                annotation ? row.getInt("consensus_replicas") : 0);
    }

    private static TaskScope task(ResultSet row) throws SQLException {
        return new TaskScope(
                row.getLong("task_id"),
                Columns.id(row, "project_id"),
                Columns.id(row, "organization_id"),
                Columns.id(row, "task_owner_id"),
                Columns.id(row, "task_assignee_id"),
                Columns.id(row, "project_owner_id"),
                Columns.id(row, "project_assignee_id"),
                Columns.id(row, "data_id"),
                row.getInt("size"),
                row.getString("mode"),
                row.getString("dimension"),
                row.getString("validation_mode"));
    }
}
