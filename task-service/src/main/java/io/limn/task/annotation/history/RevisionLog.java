package io.limn.task.annotation.history;

import io.limn.common.api.Links;
import io.limn.common.api.Page;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Lists;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Database;
import io.limn.task.people.PersonColumns;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Lists revisions of jobs and change sets of tasks. */
@ApplicationScoped
public class RevisionLog {
    private static final String TABLES = "annotation_revision r JOIN annotation_head h ON h.job_id = r.job_id";
    private static final String SELECT = "SELECT r.revision, r.job_id, r.change_set, r.saved_at, r.kind, r.created,"
            + " r.updated, r.deleted, " + PersonColumns.of("u")
            + " FROM annotation_revision r LEFT JOIN person u ON u.id = r.user_id WHERE ";
    private static final ListSpec REVISIONS = ListSpec.from(TABLES).id("r.revision");
    private static final ListSpec CHANGE_SETS = ListSpec.from(TABLES).id("r.change_set");

    private final Lists lists;
    private final Database database;
    private final Links links;

    RevisionLog(Lists lists, Database database, Links links) {
        this.lists = lists;
        this.database = database;
        this.links = links;
    }

    /** One page of the revisions of a job that can be read, the last one first. */
    public Page<RevisionView> ofJob(long job, HttpServerRequest request) {
        var readable = Sql.of("r.job_id = ? AND r.revision >= h.oldest", job);
        return lists.page(ListQuery.of(request, REVISIONS), readable, numbers -> read(Sql.of(
                        "r.job_id = ? AND r.revision = ANY(?) ORDER BY r.revision", job, numbers))
                .reversed());
    }

    /** One page of the change sets of a task, the last one first. */
    public Page<ChangeSetView> ofTask(long task, HttpServerRequest request) {
        var first = Sql.of(
                "r.task_id = ? AND r.revision >= h.oldest AND NOT EXISTS (SELECT 1 FROM annotation_revision e"
                        + " WHERE e.task_id = r.task_id AND e.change_set = r.change_set AND e.job_id < r.job_id)",
                task);
        return lists.page(ListQuery.of(request, CHANGE_SETS), first, sets -> changeSets(task, sets));
    }

    private List<ChangeSetView> changeSets(long task, Collection<Long> sets) {
        var byNumber = new LinkedHashMap<Long, ChangeSetView>();
        read(Sql.of("r.task_id = ? AND r.change_set = ANY(?) ORDER BY r.change_set, r.job_id", task, sets))
                .forEach(revision ->
                        byNumber.merge(revision.changeSet(), ChangeSetView.of(revision), ChangeSetView::with));
        return List.copyOf(byNumber.values()).reversed();
    }

    /** The revisions of one change set in a task, by job. */
    public List<RevisionView> changeSet(long task, long number) {
        return read(Sql.of("r.task_id = ? AND r.change_set = ? ORDER BY r.job_id", task, number));
    }

    /** A revision of a job. */
    public Optional<RevisionView> find(long job, long number) {
        return read(Sql.of("r.job_id = ? AND r.revision = ?", job, number)).stream()
                .findFirst();
    }

    /** The first revisions of a job after one. */
    public List<RevisionView> after(long job, long number, int most) {
        return read(Sql.of("r.job_id = ? AND r.revision > ? ORDER BY r.revision LIMIT ?", job, number, most));
    }

    /** The first of so many last revisions of some jobs of a task. */
    List<RevisionView> last(long task, Collection<Long> jobs, long count, int most) {
        return read(Sql.of(
                "(r.job_id, r.revision) IN (SELECT job_id, revision FROM annotation_revision WHERE task_id = ?"
                        + " AND job_id = ANY(?) ORDER BY change_set DESC, job_id DESC LIMIT ?)"
                        + " ORDER BY r.change_set, r.job_id LIMIT ?",
                task,
                jobs,
                count,
                most));
    }

    private List<RevisionView> read(Sql condition) {
        return database.list(Sql.of(SELECT).append(condition), this::view);
    }

    private RevisionView view(ResultSet row) throws SQLException {
        return new RevisionView(
                row.getLong("revision"),
                row.getLong("job_id"),
                row.getLong("change_set"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                PersonColumns.read(row, "u", links),
                row.getString("kind"),
                row.getInt("created"),
                row.getInt("updated"),
                row.getInt("deleted"));
    }
}
