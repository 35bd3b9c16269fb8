package io.limn.task.issue;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.api.query.Visible;
import io.limn.common.api.query.Way;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.Visibility;
import io.limn.task.access.Contexts;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Who may do what with issues. */
@ApplicationScoped
class IssueAccess {
    private static final DecisionTable TABLE = DecisionTable.load("permissions/issues.csv");
    private static final Visibility VISIBILITY =
            Visibility.byRow(TABLE, "view", "i.id", "t.organization_id", relations());

    private final Database database;
    private final Caller caller;

    IssueAccess(Database database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    private static Map<String, LongFunction<Way>> relations() {
        var relations = JobStaff.relations();
        relations.put("owner", user -> Way.of("i.owner_id = ?", user));
        relations.put("assignee", user -> Way.of("i.assignee_id = ?", user));
        return relations;
    }

    /**
     * An issue that the caller may use.
     *
     * @throws ApiException 404 when there is none, 403 when he may not
     */
    Issue require(long id, String scope) {
        var issue = find(id).orElseThrow(() -> ApiException.notFound("Issue"));
        var principal = caller.principal();
        var held =
                issue.job().heldBy(principal.id()).as("owner", issue.ownerId()).as("assignee", issue.assigneeId());
        if (!TABLE.allows(scope, principal, issue.job().organizationId(), held.relations())) {
            throw ApiException.forbidden();
        }
        return issue;
    }

    /** An issue, whoever asks. */
    Optional<Issue> find(long id) {
        var query = "SELECT i.id, i.owner_id, i.assignee_id, " + JobStaff.COLUMNS
                + " FROM issue i JOIN job j ON j.id = i.job_id" + JobStaff.JOINS
                + "WHERE i.id = ? AND t.deleted_at IS NULL";
        return database.one(
                Sql.of(query, id),
                row -> new Issue(
                        row.getLong("id"),
                        Columns.id(row, "owner_id"),
                        Columns.id(row, "assignee_id"),
                        JobStaff.read(row)));
    }

    /**
     * The job in which the caller raises an issue.
     *
     * @param id the job, {@code null} when the body names none
     * @throws ApiException 400 when there is none, 403 when he may not
     */
    JobStaff requireJob(Long id) {
        var query = "SELECT " + JobStaff.COLUMNS + " FROM job j" + JobStaff.JOINS
                + "WHERE j.id = ? AND t.deleted_at IS NULL";
        var job = database.one(Sql.of(query, id), JobStaff::read).orElseThrow(IssueAccess::noJob);
        var held = job.heldBy(caller.principal().id()).relations();
        Contexts.requireCreateBelow(caller, TABLE, "create@job", job.organizationId(), held);
        return job;
    }

    /** 400 of a body whose job is not there. */
    static ApiException noJob() {
        return ApiException.rule("Job matching query does not exist.");
    }

    /**
     * The condition on {@code issue i} joined with {@code task t} for lists.
     *
     * @param ofJob whether the list is that of one job
     * @throws ApiException 403 when the caller is no member of the organization that he names
     */
    Visible visible(boolean ofJob) {
        return Talk.visible(caller, TABLE, VISIBILITY, ofJob);
    }
}
