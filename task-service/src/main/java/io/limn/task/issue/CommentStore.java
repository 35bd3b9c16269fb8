package io.limn.task.issue;

import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import io.limn.common.api.conditional.Precondition;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Writes comments. */
@ApplicationScoped
class CommentStore {
    private final Database database;
    private final IssueFacts facts;
    private final IssueEvents events;
    private final Precondition precondition;
    private final CommentViews views;

    CommentStore(
            Database database, IssueFacts facts, IssueEvents events, Precondition precondition, CommentViews views) {
        this.database = database;
        this.facts = facts;
        this.events = events;
        this.precondition = precondition;
        this.views = views;
    }

    /**
     * Comments on an issue.
     *
     * @return the id of the comment
     * @throws ApiException 400 when the issue was removed meanwhile
     */
    @Transactional
    public long create(Issue issue, String message, long owner) {
        if (!database.exists(Sql.of("SELECT 1 FROM issue WHERE id = ? FOR KEY SHARE", issue.id()))) {
            throw CommentAccess.noIssue();
        }
        return insert(issue.job(), issue.id(), message, owner);
    }

    /** Writes a comment in the transaction at hand. */
    long insert(JobStaff job, long issue, String message, long owner) {
        var now = Timestamps.now();
        long id = database.insert(Sql.of(
                "INSERT INTO issue_comment (issue_id, owner_id, message, created_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, ?) RETURNING id",
                issue,
                owner,
                message,
                now,
                now));
        events.comment("created", job, issue, id, null, facts.comment(id).orElseThrow());
        return id;
    }

    /** Changes the text of a comment, {@code null} leaves it; its date moves in any case. */
    @Transactional
    public void update(Comment comment, String message) {
        requireVersion(comment);
        var before = facts.comment(comment.id()).orElseThrow(() -> ApiException.notFound("Comment"));
        database.update(Sql.of(
                "UPDATE issue_comment SET message = COALESCE(?, message), updated_at = ? WHERE id = ?",
                message,
                Timestamps.now(),
                comment.id()));
        var after = facts.comment(comment.id()).orElseThrow();
        events.comment("updated", comment.issue().job(), comment.issue().id(), comment.id(), before, after);
    }

    /** Removes a comment; its issue stays. */
    @Transactional
    public void delete(Comment comment) {
        requireVersion(comment);
        delete(comment.issue(), comment.id());
    }

    /** Removes the comments of an issue, in the transaction at hand. */
    void deleteAll(Issue issue) {
        var ids = Sql.of("SELECT id FROM issue_comment WHERE issue_id = ? ORDER BY id", issue.id());
        database.list(ids, row -> row.getLong("id")).forEach(id -> delete(issue, id));
    }

    private void delete(Issue issue, long id) {
        var before = facts.comment(id).orElseThrow(() -> ApiException.notFound("Comment"));
        database.update(Sql.of("DELETE FROM issue_comment WHERE id = ?", id));
        events.comment("deleted", issue.job(), issue.id(), id, before, null);
    }

    private void requireVersion(Comment comment) {
        database.exists(Sql.of("SELECT 1 FROM issue_comment WHERE id = ? FOR UPDATE", comment.id()));
        precondition.require(() -> views.of(comment.id()));
    }
}
