package io.limn.task.issue;

import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import io.limn.common.api.conditional.Precondition;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Writes issues. The dates of their job and task stay as they are. */
@ApplicationScoped
class IssueStore {
    private final Database database;
    private final CommentStore comments;
    private final IssueFacts facts;
    private final IssueEvents events;
    private final Precondition precondition;
    private final IssueViews views;

    IssueStore(
            Database database,
            CommentStore comments,
            IssueFacts facts,
            IssueEvents events,
            Precondition precondition,
            IssueViews views) {
        this.database = database;
        this.comments = comments;
        this.facts = facts;
        this.events = events;
        this.precondition = precondition;
        this.views = views;
    }

    /**
     * Raises an issue with its first comment.
     *
     * @return its id
     * @throws ApiException 400 when the job was removed meanwhile
     */
    @Transactional
    public long create(JobStaff job, IssueDraft draft, long owner) {
        if (!database.exists(Sql.of("SELECT 1 FROM job WHERE id = ? FOR KEY SHARE", job.jobId()))) {
            throw IssueAccess.noJob();
        }
        var now = Timestamps.now();
        long id = database.insert(Sql.of(
                "INSERT INTO issue (job_id, frame, position, owner_id, assignee_id, resolved, created_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                job.jobId(),
                draft.frame(),
                draft.position(),
                owner,
                draft.assigneeId(),
                draft.resolved(),
                now,
                now));
        events.issue("created", job, id, null, facts.issue(id).orElseThrow());
        comments.insert(job, id, draft.message(), owner);
        return id;
    }

    /** Changes an issue; its date moves in any case. */
    @Transactional
    public void update(Issue issue, IssueChange change) {
        requireVersion(issue);
        var before = facts.issue(issue.id()).orElseThrow(() -> ApiException.notFound("Issue"));
        database.update(Sql.of(
                "UPDATE issue SET position = COALESCE(?, position), resolved = COALESCE(?, resolved),"
                        + " assignee_id = CASE WHEN ? THEN ? ELSE assignee_id END, updated_at = ? WHERE id = ?",
                change.position(),
                change.resolved(),
                change.assignee(),
                change.assigneeId(),
                Timestamps.now(),
                issue.id()));
        events.issue(
                "updated",
                issue.job(),
                issue.id(),
                before,
                facts.issue(issue.id()).orElseThrow());
    }

    /** Removes an issue with its comments. */
    @Transactional
    public void delete(Issue issue) {
        requireVersion(issue);
        var before = facts.issue(issue.id()).orElseThrow(() -> ApiException.notFound("Issue"));
        comments.deleteAll(issue);
        database.update(Sql.of("DELETE FROM issue WHERE id = ?", issue.id()));
        events.issue("deleted", issue.job(), issue.id(), before, null);
    }

    private void requireVersion(Issue issue) {
        database.exists(Sql.of("SELECT 1 FROM issue WHERE id = ? FOR UPDATE", issue.id()));
        precondition.require(() -> views.of(issue.id()));
    }
}
