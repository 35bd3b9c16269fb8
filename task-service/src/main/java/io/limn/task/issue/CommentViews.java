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

/** Reads comments as the API shows them. */
@ApplicationScoped
class CommentViews {
    static final ListSpec LIST = ListSpec.from("issue_comment c LEFT JOIN issue i ON i.id = c.issue_id"
                    + " LEFT JOIN job j ON j.id = i.job_id LEFT JOIN task t ON t.id = j.task_id"
                    + " LEFT JOIN person o ON o.id = c.owner_id")
            .id("c.id")
            .text("owner", "o.username")
            .field("issue_id", "c.issue_id", Field.Type.INTEGER)
            .field("frame_id", "i.frame", Field.Type.INTEGER)
            .field("job_id", "i.job_id", Field.Type.INTEGER)
            .search("owner")
            .simple("owner", "issue_id", "frame_id", "job_id")
            .order("-id")
            .changes(Changes.of("issue_comment", "issue", "job", "task", "project", "person"));

    private static final String VIEW = """
            SELECT c.*, %s FROM issue_comment c LEFT JOIN person o ON o.id = c.owner_id WHERE c.id = ANY (?)
            """.formatted(PersonColumns.of("o"));

    private final Database database;
    private final Links links;

    CommentViews(Database database, Links links) {
        this.database = database;
        this.links = links;
    }

    /** Comments by their ids, in the order of these. */
    List<CommentView> of(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = new HashMap<Long, CommentView>();
        database.list(Sql.of(VIEW, ids), this::read).forEach(view -> found.put(view.id(), view));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** One comment. */
    CommentView of(long id) {
        return of(List.of(id)).stream().findFirst().orElseThrow(() -> ApiException.notFound("Comment"));
    }

    private CommentView read(ResultSet row) throws SQLException {
        return new CommentView(
                row.getLong("id"),
                row.getLong("issue_id"),
                PersonColumns.read(row, "o", links),
                row.getString("message"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
