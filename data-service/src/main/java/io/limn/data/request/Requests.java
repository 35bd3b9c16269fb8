package io.limn.data.request;

import io.limn.common.api.ApiException;
import io.limn.data.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The registry of background requests. A request is named by its number within the suite; clients know its identifier,
 * under which at most one request is under way. Points in time of one request rise strictly. All changes are part of
 * the transaction at hand.
 */
@ApplicationScoped
public class Requests {
    /** A reservation that nobody confirms within a minute counts as never made. */
    private static final String VISIBLE = """
            (status <> 'reserved' OR created_date > now() - interval '60 seconds')
            AND (expiry_date IS NULL OR expiry_date > now())""";

    private static final String INSERT = """
            INSERT INTO request (rq_id, status, action, target, target_id, subresource, format, lightweight, private,
                user_id, username, organization_id, organization_slug, project_id, task_id, job_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (rq_id) DO NOTHING RETURNING id""";

    private final Database database;

    Requests(Database database) {
        this.database = database;
    }

    /**
     * Enters a request that starts by itself once the transaction commits; an ended one of the same identifier is
     * replaced.
     *
     * @return its number
     * @throws ApiException 409 with the identifier when such a request is under way
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long enter(RequestDraft draft) {
        return insert(draft, "queued");
    }

    /**
     * Reserves the identifier of a request for another service, which confirms it once its work is written.
     *
     * @return its number
     * @throws ApiException 409 with the identifier when such a request is under way
     */
    @Transactional
    public long reserve(RequestDraft draft) {
        return insert(draft, "reserved");
    }

    private long insert(RequestDraft draft, String status) {
        var rqId = draft.rqId();
        database.update(
                "DELETE FROM request WHERE rq_id = ? AND (status IN ('finished', 'failed') OR NOT (" + VISIBLE + "))",
                rqId);
        return database.first(
                        INSERT,
                        row -> row.getLong(1),
                        rqId,
                        status,
                        draft.action(),
                        draft.target(),
                        draft.targetId(),
                        draft.subresource(),
                        draft.format(),
                        draft.lightweight(),
                        draft.isPrivate(),
                        draft.userId(),
                        draft.username(),
                        draft.organizationId(),
                        draft.organizationSlug(),
                        draft.projectId(),
                        draft.taskId(),
                        draft.jobId())
                .orElseThrow(() -> ApiException.of(409, Map.of("rq_id", rqId)));
    }

    /** Names the work of this service behind a request, so that it can be cancelled. */
    @Transactional
    public void attachWork(long number, long work) {
        database.update("UPDATE request SET work_id = ? WHERE id = ?", work, number);
    }

    /** Turns a reservation into a queued request; false when it has lapsed. */
    @Transactional
    public boolean confirm(long number) {
        return database.update("UPDATE request SET status = 'queued' WHERE id = ? AND status = 'reserved'", number) > 0;
    }

    /**
     * Says that a request has been started, or how far it is.
     *
     * @param message  what is being done now, may be empty
     * @param progress from 0 to 1
     * @return false when the request was cancelled or has ended: there is nothing left to do
     */
    @Transactional
    public boolean progress(long number, String message, double progress) {
        return database.update("""
                        UPDATE request SET status = 'started', message = ?, progress = ?,
                            started_date = coalesce(started_date,
                                greatest(clock_timestamp(), created_date + interval '1 microsecond'))
                        WHERE id = ? AND status IN ('reserved', 'queued', 'started')""", message, Math.clamp(progress, 0, 1), number) > 0;
    }

    /**
     * Ends a request well.
     *
     * @param resultPath path and query of a download, {@code null} for none
     * @param resultId   id of what was made, {@code null} for nothing
     * @return false when it had ended already
     */
    @Transactional
    public boolean finish(long number, String resultPath, Long resultId) {
        return end(number, "finished", "", resultPath, resultId);
    }

    /** Ends a request with a message for the user; false when it had ended already. */
    @Transactional
    public boolean fail(long number, String message) {
        return end(number, "failed", message, null, null);
    }

    private boolean end(long number, String status, String message, String resultPath, Long resultId) {
        var action = database.first("SELECT action FROM request WHERE id = ?", row -> row.getString(1), number);
        if (action.isEmpty()) {
            return false;
        }
        var retention = Retention.of(action.get());
        Duration kept = status.equals("failed") ? retention.failed() : retention.finished();
        return database.update("""
                        UPDATE request SET status = ?, message = ?, progress = 0, result_path = ?, result_id = ?,
                            started_date = coalesce(started_date, created_date + interval '1 microsecond'),
                            finished_date = greatest(clock_timestamp(),
                                coalesce(started_date, created_date + interval '1 microsecond')
                                    + interval '1 microsecond'),
                            expiry_date = greatest(clock_timestamp(),
                                coalesce(started_date, created_date) + interval '2 microseconds')
                                    + ? * interval '1 second'
                        WHERE id = ? AND status NOT IN ('finished', 'failed')""", status, message, resultPath, resultId, kept.toSeconds(), number) > 0;
    }

    /** Forgets all requests about a task that is gone. */
    @Transactional
    public void forgetTask(long task) {
        database.update("DELETE FROM request WHERE task_id = ?", task);
    }

    /** The request under an identifier, that of an earlier release included. */
    Optional<Request> find(String rqId) {
        return database.first(
                "SELECT * FROM request WHERE rq_id = ? AND " + VISIBLE, Request::read, RequestId.normalize(rqId));
    }

    /** Requests by number, in the order given. */
    List<Request> all(List<Long> numbers) {
        return database.list("""
                SELECT r.* FROM request r JOIN unnest(?) WITH ORDINALITY AS wanted (id, place) ON wanted.id = r.id
                ORDER BY wanted.place""", Request::read, (Object) numbers.toArray(Long[]::new));
    }

    /** The request of a number, unless its time is over. */
    Optional<Request> current(long number) {
        return database.first("SELECT * FROM request WHERE id = ? AND " + VISIBLE, Request::read, number);
    }

    /** Removes a request that has not ended; false when it has. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean removeUnfinished(long number) {
        return database.update("DELETE FROM request WHERE id = ? AND status NOT IN ('finished', 'failed')", number) > 0;
    }

    /** Removes a queued request; false when it has been started. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean removeWaiting(long number) {
        return database.update("DELETE FROM request WHERE id = ? AND status IN ('reserved', 'queued')", number) > 0;
    }

    /** Removes what is no longer shown. */
    @Transactional
    int purge() {
        return database.update("DELETE FROM request WHERE NOT (" + VISIBLE + ")");
    }
}
