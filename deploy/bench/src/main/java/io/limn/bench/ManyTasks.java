package io.limn.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Tasks with two jobs each as a company may have them, written straight into the database: by requests it would take
 * hours. Two hundred people own and annotate them, a few of them most; a third is in projects, half in organizations.
 */
final class ManyTasks {
    private static final String[] ONCE = {"""
        INSERT INTO person (id, username, first_name, last_name)
        SELECT 1000000 + i, lower(first) || '.' || lower(last) || i, first, last FROM (
            SELECT i, (ARRAY['Ada', 'Bodo', 'Chiara', 'Dilek', 'Emre', 'Femke', 'Goran', 'Hanna'])[1 + i % 8] AS first,
                   (ARRAY['Abel', 'Brandt', 'Castro', 'Demir', 'Eriksen', 'Fuchs', 'Garcia'])[1 + i % 7] AS last
            FROM generate_series(0, 199) i) people""", """
        INSERT INTO project (name, owner_id, assignee_id, organization_id, created_at)
        SELECT 'Collection ' || i || ' ' || (ARRAY['street', 'harbour', 'airport', 'forest', 'factory'])[1 + i % 5],
               1000000 + i % 200, CASE WHEN i % 2 = 0 THEN 1000000 + i * 7 % 200 END,
               CASE WHEN i % 2 = 1 THEN 1 + i % 5 END, now() - i * interval '1 day'
        FROM generate_series(1, 500) i""", "INSERT INTO project_touch SELECT id, created_at FROM project"};

    /** From one number of tasks, not included, to another; random by the number of the task alone. */
    private static final String[] EACH = {"""
        INSERT INTO task (name, project_id, owner_id, assignee_id, organization_id, status, subset, bug_tracker, mode,
                          size, segment_size, chunk_size, data_id, created_at)
        SELECT (ARRAY['Crossing', 'Bridge', 'Tunnel', 'Roundabout', 'Car park', 'Quay', 'Runway', 'Yard', 'Track',
                      'Hall', 'Gate', 'Field', 'Lane', 'Square', 'Depot', 'Station', 'Ferry', 'Border', 'Pit',
                      'Mall'])[1 + r %% 20] || ' ' ||
               (ARRAY['morning', 'noon', 'evening', 'night', 'fog', 'rain', 'snow', 'glare', 'dusk', 'storm']
                      )[1 + r / 20 %% 10] || ' camera ' || r / 200 %% 40 || ' part ' || i,
               p.id, 1000000 + (r %% 200) * (r / 200 %% 200) / 200,
               CASE WHEN r %% 5 < 2 THEN 1000000 + r / 7 %% 200 END,
               CASE WHEN p.id IS NULL THEN CASE WHEN r %% 2 = 1 THEN 1 + r / 2 %% 5 END ELSE p.organization_id END,
               (ARRAY['annotation', 'annotation', 'validation', 'completed'])[1 + r / 11 %% 4],
               (ARRAY['', 'Train', 'Test', 'Validation'])[1 + r / 13 %% 4],
               CASE WHEN r %% 10 = 0 THEN 'https://tracker.example/browse/CV-' || i ELSE '' END,
               (ARRAY['annotation', 'interpolation'])[1 + r / 17 %% 2], 100, 50, 36, nextval('data_id'),
               now() - (%2$d - i) * interval '3 minutes'
        FROM (SELECT i, abs(hashint8(i)::bigint) AS r FROM generate_series(%1$d + 1, %2$d) i) one
            LEFT JOIN LATERAL (SELECT id, organization_id FROM project
                               WHERE r %% 3 = 0 AND id = (SELECT min(id) FROM project) + r / 3 %% 500) p ON TRUE""", """
        INSERT INTO task_touch
        SELECT id, created_at + (id %% 50) * interval '1 hour' FROM task
        WHERE NOT EXISTS (SELECT 1 FROM task_touch x WHERE x.task_id = task.id)""", """
        INSERT INTO segment (task_id, start_frame, stop_frame, chunks_updated_at)
        SELECT t.id, half * 50, half * 50 + 49, now() FROM task t, generate_series(0, 1) half
        WHERE NOT EXISTS (SELECT 1 FROM segment x WHERE x.task_id = t.id)""", """
        INSERT INTO job (task_id, segment_id, assignee_id, stage, state, status, created_at, updated_at)
        SELECT t.id, s.id, t.assignee_id,
               (ARRAY['annotation', 'validation', 'acceptance'])[1 + array_position(ARRAY['annotation', 'validation', 'completed'], t.status) - 1],
               CASE t.status WHEN 'completed' THEN 'completed' ELSE 'in progress' END, t.status, now(), now()
        FROM segment s JOIN task t ON t.id = s.task_id
        WHERE NOT EXISTS (SELECT 1 FROM job x WHERE x.segment_id = s.id)"""};

    private static final String FEW =
            "UPDATE task SET owner_id = %d, organization_id = NULL WHERE id IN (SELECT id FROM task ORDER BY hashint8(id) LIMIT %d)";

    private final Stand stand;

    ManyTasks(Stand stand) {
        this.stand = stand;
    }

    /** Adds tasks until there are as many as are wanted. */
    void fill(int present, int wanted) {
        if (present == 0) {
            run(ONCE);
        }
        String[] each = new String[EACH.length];
        for (int statement = 0; statement < EACH.length; statement++) {
            each[statement] = EACH[statement].formatted(present, wanted);
        }
        run(each);
        run("VACUUM ANALYZE");
    }

    /** Gives some tasks, anywhere in the list, to a user for himself; what he had before goes to somebody else. */
    void own(long user, String name, int tasks) {
        run(
                "INSERT INTO person (id, username) VALUES (" + user + ", '" + name + "') ON CONFLICT DO NOTHING",
                "UPDATE task SET owner_id = 1000000 WHERE owner_id = " + user,
                FEW.formatted(user, tasks),
                "VACUUM ANALYZE task, task_search");
    }

    private void run(String... statements) {
        try (Connection connection = stand.connect("limn_task");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The tasks could not be written", failure);
        }
    }
}
