package io.limn.task.issue;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.api.query.Visible;
import io.limn.common.api.query.Way;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.Visibility;
import io.limn.task.access.Contexts;
import io.limn.task.access.Held;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.LongFunction;

/** Who may do what with comments. */
@ApplicationScoped
class CommentAccess {
    private static final DecisionTable TABLE = DecisionTable.load("permissions/comments.csv");
    private static final Visibility VISIBILITY =
            Visibility.byRow(TABLE, "view", "c.id", "t.organization_id", relations());

    private final Database database;
    private final IssueAccess issues;
    private final Caller caller;

    CommentAccess(Database database, IssueAccess issues, Caller caller) {
        this.database = database;
        this.issues = issues;
        this.caller = caller;
    }

    private static Map<String, LongFunction<Way>> relations() {
        var relations = JobStaff.relations();
        relations.put("owner", user -> Way.of("c.owner_id = ?", user));
        relations.put("issue:owner", user -> Way.of("i.owner_id = ?", user));
        relations.put("issue:assignee", user -> Way.of("i.assignee_id = ?", user));
        return relations;
    }

    /**
     * A comment that the caller may use.
     *
     * @throws ApiException 404 when there is none, 403 when he may not
     */
    Comment require(long id, String scope) {
        var query = "SELECT c.owner_id AS comment_owner, i.id, i.owner_id, i.assignee_id, " + JobStaff.COLUMNS
                + " FROM issue_comment c JOIN issue i ON i.id = c.issue_id JOIN job j ON j.id = i.job_id"
                + JobStaff.JOINS + "WHERE c.id = ? AND t.deleted_at IS NULL";
        var comment = database.one(
                        Sql.of(query, id),
                        row -> new Comment(
                                id,
                                Columns.id(row, "comment_owner"),
                                new Issue(
                                        row.getLong("id"),
                                        Columns.id(row, "owner_id"),
                                        Columns.id(row, "assignee_id"),
                                        JobStaff.read(row))))
                .orElseThrow(() -> ApiException.notFound("Comment"));
        var issue = comment.issue();
        var held = held(issue).as("owner", comment.ownerId());
        if (!TABLE.allows(scope, caller.principal(), issue.job().organizationId(), held.relations())) {
            throw ApiException.forbidden();
        }
        return comment;
    }

    private Held held(Issue issue) {
        return issue.job()
                .heldBy(caller.principal().id())
                .as("issue:owner", issue.ownerId())
                .as("issue:assignee", issue.assigneeId());
    }

    /**
     * The issue on which the caller comments.
     *
     * @param id the issue, {@code null} when the body names none
     * @throws ApiException 400 when there is none, 403 when he may not
     */
    Issue requireIssue(Long id) {
        var issue = id == null ? null : issues.find(id).orElse(null);
        if (issue == null) {
            throw noIssue();
        }
        var organization = issue.job().organizationId();
        Contexts.requireCreateBelow(
                caller, TABLE, "create@issue", organization, held(issue).relations());
        return issue;
    }

    /** 400 of a body whose issue is not there. */
    static ApiException noIssue() {
        return ApiException.rule("Issue matching query does not exist.");
    }

    /**
     * The condition on {@code issue_comment c} joined with {@code task t} for lists.
     *
     * @param ofJob whether the list is that of one job
     * @throws ApiException 403 when the caller is no member of the organization that he names
     */
    Visible visible(boolean ofJob) {
        return Talk.visible(caller, TABLE, VISIBILITY, ofJob);
    }
}
