package io.limn.data.request;

import io.limn.data.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A background request as it is stored; the parts are those of {@link RequestDraft} and of the API.
 *
 * @param number     unique for all time, other than {@code rqId}
 * @param workId     the work behind it when it is this service's own
 * @param resultPath path and query of the download
 */
record Request(
        long number,
        String rqId,
        String status,
        String action,
        String target,
        Long targetId,
        String subresource,
        String format,
        Boolean lightweight,
        boolean confidential,
        long userId,
        String username,
        Long projectId,
        Long taskId,
        Long jobId,
        String message,
        double progress,
        Long workId,
        String resultPath,
        Long resultId,
        Instant createdDate,
        Instant startedDate,
        Instant finishedDate,
        Instant expiryDate) {

    static Request read(ResultSet row) throws SQLException {
        return new Request(
                row.getLong("id"),
                row.getString("rq_id"),
                row.getString("status"),
                row.getString("action"),
                row.getString("target"),
                Database.number(row, "target_id"),
                row.getString("subresource"),
                row.getString("format"),
                row.getObject("lightweight", Boolean.class),
                row.getBoolean("private"),
                row.getLong("user_id"),
                row.getString("username"),
                Database.number(row, "project_id"),
                Database.number(row, "task_id"),
                Database.number(row, "job_id"),
                row.getString("message"),
                row.getDouble("progress"),
                Database.number(row, "work_id"),
                row.getString("result_path"),
                Database.number(row, "result_id"),
                Database.time(row, "created_date"),
                Database.time(row, "started_date"),
                Database.time(row, "finished_date"),
                Database.time(row, "expiry_date"));
    }
}
