package io.limn.task.annotation.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Words the refusal of a save that builds on a revision which is not the last one any more. */
@ApplicationScoped
public class Conflicts {
    private static final int MOST_REVISIONS = 20;
    private static final int MOST_IDS = 100;

    private final RevisionLog log;

    Conflicts(RevisionLog log) {
        this.log = log;
    }

    /**
     * A revision that came in between.
     *
     * @param revision   who saved when
     * @param createdIds the first ids of what he added
     * @param updatedIds the first ids of what he replaced
     * @param deletedIds the first ids of what he removed
     */
    public record Change(
            @JsonUnwrapped RevisionView revision,
            List<Long> createdIds,
            List<Long> updatedIds,
            List<Long> deletedIds) {}

    /**
     * The refusal of a save to a job.
     *
     * @param current the last revision
     * @param known   the one that the client has, {@code null} when it is none of this job
     */
    public ApiException job(Connection connection, long task, long job, long current, Long known) throws SQLException {
        var between = known == null ? List.<RevisionView>of() : log.after(job, known, MOST_REVISIONS);
        return refusal(connection, task, current, between);
    }

    /**
     * The refusal of a save to a task. Its revision is the sum of those of its jobs, so as many saves came in between as
     * it has grown by.
     *
     * @param jobs    those that count
     * @param current the sum now
     * @param known   the one that the client has, {@code null} when it is none of this task
     */
    public ApiException task(Connection connection, long task, Collection<Long> jobs, long current, Long known)
            throws SQLException {
        var between = known == null ? List.<RevisionView>of() : log.last(task, jobs, current - known, MOST_REVISIONS);
        return refusal(connection, task, current, between);
    }

    private static ApiException refusal(Connection connection, long task, long current, List<RevisionView> between)
            throws SQLException {
        var changes = new ArrayList<Change>();
        for (var revision : between) {
            var touched = new Versions(connection, task, revision.job()).of(revision.number(), MOST_IDS);
            changes.add(new Change(revision, touched.created(), touched.updated(), touched.deleted()));
        }
        return refusal(current, changes);
    }

    private static ApiException refusal(long current, List<Change> changes) {
        var body = new LinkedHashMap<String, Object>();
        body.put("detail", "The annotations were changed in between.");
        body.put("revision", current);
        body.put("changes", changes);
        return ApiException.of(412, body);
    }
}
