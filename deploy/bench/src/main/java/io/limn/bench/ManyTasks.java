package io.limn.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Tasks with two jobs each, written straight into the database: by requests it would take hours. */
final class ManyTasks {
    private static final String[] ONCE = {"""
        INSERT INTO person (id, username) SELECT 1000000 + i, 'annotator' || i FROM generate_series(0, 199) i""", """
        INSERT INTO project (name, owner_id, created_at)
        SELECT 'collection ' || i, 1000000 + i % 200, now() FROM generate_series(1, 500) i""", "INSERT INTO project_touch SELECT id, created_at FROM project"};

    /** From one number of tasks, not included, to another. */
    private static final String[] EACH = {"""
        INSERT INTO task (name, project_id, owner_id, assignee_id, status, subset, mode, size, data_id, created_at)
        SELECT 'set ' || lpad(i::text, 7, '0') || ' ' || md5(i::text),
               CASE WHEN i %% 3 = 0 THEN (SELECT min(id) FROM project) + i %% 500 END,
               1000000 + i %% 200, CASE WHEN i %% 5 = 0 THEN 1000000 + i / 5 %% 200 END,
               (ARRAY['annotation', 'validation', 'completed'])[1 + i %% 3], (ARRAY['', 'train', 'test'])[1 + i %% 3],
               'annotation', 100, nextval('data_id'), now() - i * interval '1 second'
        FROM generate_series(%1$d + 1, %2$d) i""", """
        INSERT INTO task_touch
        SELECT id, created_at FROM task WHERE NOT EXISTS (SELECT 1 FROM task_touch x WHERE x.task_id = task.id)""", """
        INSERT INTO segment (task_id, start_frame, stop_frame, chunks_updated_at)
        SELECT t.id, half * 50, half * 50 + 49, now() FROM task t, generate_series(0, 1) half
        WHERE NOT EXISTS (SELECT 1 FROM segment x WHERE x.task_id = t.id)""", """
        INSERT INTO job (task_id, segment_id, created_at, updated_at)
        SELECT task_id, id, now(), now() FROM segment s WHERE NOT EXISTS (SELECT 1 FROM job x WHERE x.segment_id = s.id)"""};

    private final Stand stand;

    ManyTasks(Stand stand) {
        this.stand = stand;
    }

    /** Adds tasks until there are as many as are wanted. */
    void fill(int present, int wanted) {
        try (Connection connection = stand.connect("limn_task");
                Statement statement = connection.createStatement()) {
            if (present == 0) {
                for (String sql : ONCE) {
                    statement.execute(sql);
                }
            }
            for (String sql : EACH) {
                statement.execute(sql.formatted(present, wanted));
            }
            statement.execute("VACUUM ANALYZE");
        } catch (SQLException failure) {
            throw new IllegalStateException("The tasks could not be written", failure);
        }
    }
}
