package io.limn.task.testing;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes rows that only other services bring about. */
public final class Rows {
    private final DataSource database;

    public Rows(DataSource database) {
        this.database = database;
    }

    /** Gives a task frames, as the processing of data does, and one job for all of them. */
    public long job(int task, int frames) throws SQLException {
        execute("UPDATE task SET data_id = nextval('data_id'), size = " + frames + " WHERE id = " + task);
        return number("WITH s AS (INSERT INTO segment (task_id, start_frame, stop_frame, chunks_updated_at) VALUES ("
                + task + ", 0, " + (frames - 1)
                + ", now()) RETURNING id) INSERT INTO job (task_id, segment_id, created_at, updated_at)"
                + " SELECT " + task + ", id, now(), now() FROM s RETURNING id");
    }

    /** Runs a statement. */
    public void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The number that a query answers. */
    public long number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
