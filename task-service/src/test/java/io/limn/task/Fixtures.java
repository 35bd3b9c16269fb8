package io.limn.task;

import io.limn.common.testing.Jwts;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** Rows that only other services could bring about: jobs of processed data, objects of organizations. */
public final class Fixtures {
    private final DataSource database;

    /** Writes into the database of the service under test. */
    public Fixtures(DataSource database) {
        this.database = database;
    }

    /** A task of a user with one job of three frames; returns the job. */
    public int job(Jwts owner) {
        return jobOf(ApiTest.create(owner, "/api/tasks", Map.of("name", "with a job")));
    }

    /** One more job of three frames. */
    public int jobOf(int task) {
        run("UPDATE task SET data_id = nextval('data_id'), size = 3 WHERE id = " + task);
        return (int) number("WITH s AS (INSERT INTO segment (task_id, start_frame, stop_frame, chunks_updated_at)"
                + " VALUES (" + task + ", 0, 2, now()) RETURNING id) INSERT INTO job (task_id, segment_id, created_at,"
                + " updated_at) SELECT " + task + ", id, now(), now() FROM s RETURNING id");
    }

    /** The task of a job. */
    public int taskOf(int job) {
        return (int) number("SELECT task_id FROM job WHERE id = " + job);
    }

    /** Several projects, tasks, jobs, labels, issues and comments of a user, as a list may have. */
    public void rows(int count, long owner) {
        var series = " FROM generate_series(1, " + count + ") n";
        run("WITH p AS (INSERT INTO project (name, owner_id, created_at) SELECT 'many a ' || n, " + owner + ", now()"
                + series + " RETURNING id) INSERT INTO project_touch SELECT id, now() FROM p");
        run("WITH t AS (INSERT INTO task (name, owner_id, size, created_at) SELECT 'many a ' || n, " + owner
                + ", 3, now()" + series + " RETURNING id), touch AS (INSERT INTO task_touch SELECT id, now() FROM t),"
                + " l AS (INSERT INTO label (task_id, name, color) SELECT id, 'a label', '#102030' FROM t),"
                + " s AS (INSERT INTO segment (task_id, start_frame, stop_frame, chunks_updated_at)"
                + " SELECT id, 0, 2, now() FROM t RETURNING id, task_id),"
                + " j AS (INSERT INTO job (task_id, segment_id, created_at, updated_at)"
                + " SELECT task_id, id, now(), now() FROM s RETURNING id),"
                + " i AS (INSERT INTO issue (job_id, frame, position, owner_id, created_at, updated_at)"
                + " SELECT id, 0, '{1, 2}', " + owner + ", now(), now() FROM j RETURNING id)"
                + " INSERT INTO issue_comment (issue_id, owner_id, message, created_at, updated_at)"
                + " SELECT id, " + owner + ", 'm', now(), now() FROM i");
    }

    /** Moves a task into an organization. */
    public void moveTask(int task, long organization) {
        run("UPDATE task SET organization_id = " + organization + " WHERE id = " + task);
    }

    /** Gives a job to somebody. */
    public void assignJob(int job, long user) {
        run("UPDATE job SET assignee_id = " + user + " WHERE id = " + job);
    }

    /** Makes a user known. */
    public void person(long id, String name) {
        run("INSERT INTO person (id, username) VALUES (" + id + ", '" + name + "') ON CONFLICT (id) DO NOTHING");
    }

    /** Runs a statement. */
    public void run(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The number that a query finds. */
    public long number(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
