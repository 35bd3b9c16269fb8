package io.limn.task.issue;

import io.limn.common.api.ApiException;
import io.limn.common.api.Links;
import io.limn.common.api.query.Field;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Changes;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import io.limn.task.people.PersonColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;

/** Reads issues as the API shows them. */
@ApplicationScoped
class IssueViews {
    static final ListSpec LIST = ListSpec.from(
                    "issue i LEFT JOIN job j ON j.id = i.job_id LEFT JOIN task t ON t.id = j.task_id"
                            + " LEFT JOIN person o ON o.id = i.owner_id LEFT JOIN person a ON a.id = i.assignee_id")
            .id("i.id")
            .text("owner", "o.username")
            .text("assignee", "a.username")
            .field("job_id", "i.job_id", Field.Type.INTEGER)
            .field("task_id", "j.task_id", Field.Type.INTEGER)
            .field("resolved", "i.resolved", Field.Type.BOOLEAN)
            .field("frame_id", "i.frame", Field.Type.INTEGER)
            .search("owner", "assignee")
            .simple("owner", "assignee", "job_id", "task_id", "resolved", "frame_id")
            .order("-id")
            .changes(Changes.of("issue", "job", "task", "project", "person"));

    private static final String VIEW = """
            SELECT i.*, %s, %s, (SELECT count(*) FROM issue_comment c WHERE c.issue_id = i.id) AS comments
            FROM issue i
                LEFT JOIN person o ON o.id = i.owner_id
                LEFT JOIN person a ON a.id = i.assignee_id
            WHERE i.id = ANY (?)
            """.formatted(PersonColumns.of("o"), PersonColumns.of("a"));

    private final Database database;
    private final Links links;

    IssueViews(Database database, Links links) {
        this.database = database;
        this.links = links;
    }

    /** Issues by their ids, in the order of these. */
    List<IssueView> of(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = new HashMap<Long, IssueView>();
        database.list(Sql.of(VIEW, ids), this::read).forEach(view -> found.put(view.id(), view));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** One issue. */
    IssueView of(long id) {
        return of(List.of(id)).stream().findFirst().orElseThrow(() -> ApiException.notFound("Issue"));
    }

    private IssueView read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new IssueView(
                id,
                row.getInt("frame"),
                IssueFacts.numbers(row.getArray("position")),
                row.getLong("job_id"),
                PersonColumns.read(row, "o", links),
                PersonColumns.read(row, "a", links),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getBoolean("resolved"),
                new IssueView.Comments(row.getLong("comments"), links.to("/api/comments?issue_id=" + id)));
    }
}
