package io.limn.task.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;

/** Projects, tasks and jobs at random, with random owners and assignees, in two organizations and in none. */
final class Belongings {
    static final long FIRST_ORGANIZATION = 7_001;
    static final long SECOND_ORGANIZATION = 7_002;
    static final long FIRST_PERSON = 70_000;

    private static final String NOW = "TIMESTAMPTZ '2026-01-01 00:00:00Z'";

    private final Connection database;
    private final Random random;
    private final int people;
    private final List<Thing> things = new ArrayList<>();

    /**
     * One object.
     *
     * @param path         of its list
     * @param id           of it
     * @param organization its own, {@code null} for none
     * @param related      who holds a relation to it
     */
    record Thing(String path, long id, Long organization, Set<Long> related) {}

    private Belongings(Connection database, Random random, int people) {
        this.database = database;
        this.random = random;
        this.people = people;
    }

    static List<Thing> make(DataSource source, Random random, int people) throws SQLException {
        try (var database = source.getConnection()) {
            var belongings = new Belongings(database, random, people);
            belongings.make();
            return belongings.things;
        }
    }

    private void make() throws SQLException {
        for (int person = 0; person < people; person++) {
            run("INSERT INTO person (id, username) VALUES (?, ?)", FIRST_PERSON + person, "random-" + person);
        }
        for (int project = 0; project < 20; project++) {
            var organization = organization();
            var owner = somebody();
            var assignee = somebody();
            long id = insert(
                    "INSERT INTO project (name, owner_id, assignee_id, organization_id, created_at) VALUES ('p', ?, ?, ?, "
                            + NOW + ") RETURNING id",
                    owner,
                    assignee,
                    organization);
            run("INSERT INTO project_touch (project_id, updated_at) VALUES (?, " + NOW + ")", id);
            var related = people(Set.of(), owner, assignee);
            things.add(new Thing("/api/projects", id, organization, related));
            tasks(1 + random.nextInt(3), id, organization, related);
        }
        for (int task = 0; task < 25; task++) {
            tasks(1, null, organization(), Set.of());
        }
    }

    private void tasks(int count, Long project, Long organization, Set<Long> above) throws SQLException {
        for (int task = 0; task < count; task++) {
            var owner = somebody();
            var assignee = somebody();
            long id = insert(
                    "INSERT INTO task (project_id, name, owner_id, assignee_id, organization_id, size, created_at)"
                            + " VALUES (?, 't', ?, ?, ?, 4, " + NOW + ") RETURNING id",
                    project,
                    owner,
                    assignee,
                    organization);
            run("INSERT INTO task_touch (task_id, updated_at) VALUES (?, " + NOW + ")", id);
            var related = people(above, owner, assignee);
            things.add(new Thing("/api/tasks", id, organization, related));
            job(id, organization, related);
        }
    }

    private void job(long task, Long organization, Set<Long> above) throws SQLException {
        long segment = insert(
                "INSERT INTO segment (task_id, start_frame, stop_frame, chunks_updated_at) VALUES (?, 0, 3, " + NOW
                        + ") RETURNING id",
                task);
        var assignee = somebody();
        long id = insert(
                "INSERT INTO job (task_id, segment_id, assignee_id, created_at, updated_at) VALUES (?, ?, ?, " + NOW
                        + ", " + NOW + ") RETURNING id",
                task,
                segment,
                assignee);
        things.add(new Thing("/api/jobs", id, organization, people(above, assignee)));
    }

    private Long organization() {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> FIRST_ORGANIZATION;
            default -> SECOND_ORGANIZATION;
        };
    }

    private Long somebody() {
        return random.nextInt(4) == 0 ? null : FIRST_PERSON + random.nextInt(people);
    }

    private static Set<Long> people(Set<Long> above, Long... more) {
        var all = new HashSet<>(above);
        for (var one : more) {
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    private long insert(String sql, Object... values) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            bind(statement, values);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void run(String sql, Object... values) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void bind(java.sql.PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, java.sql.Types.BIGINT);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }
}
