package io.limn.task.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.limn.common.testing.Jwts;
import io.limn.task.ApiTest;
import io.limn.task.Fixtures;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts are remembered while nothing changes; whatever changes shows in the next page. */
@QuarkusTest
class CountTest extends ApiTest {
    private static final long OWNER_ID = 4_101;
    private static final Jwts OWNER = Jwts.user(OWNER_ID, "counting");

    @Inject
    AgroalDataSource database;

    private Fixtures fixtures;
    private String word;
    private int project;

    @BeforeEach
    void aProject() {
        fixtures = new Fixtures(database);
        fixtures.person(OWNER_ID, "counting");
        word = UUID.randomUUID().toString().substring(0, 13);
        project = create(OWNER, "/api/projects", Map.of("name", "p"));
    }

    private int count(String list, String query) {
        return as(OWNER)
                .get("/api/" + list + "?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("count");
    }

    private int task() {
        return create(OWNER, "/api/tasks", Map.of("name", word, "project_id", project));
    }

    @Test
    void aCountFollowsNewTasksAndDeletedOnes() {
        var list = "project_id=" + project;
        assertThat(count("tasks", list)).isZero();
        int task = task();
        task();
        assertThat(count("tasks", list)).isEqualTo(2);
        as(OWNER).delete("/api/tasks/" + task).then().statusCode(204);
        assertThat(count("tasks", list)).isEqualTo(1);
        as(OWNER).post("/api/trash/tasks/" + task + "/restore").then().statusCode(200);
        assertThat(count("tasks", list)).isEqualTo(2);
    }

    @Test
    void aCountFollowsStagesAssigneesAndNames() {
        int task = task();
        int job = fixtures.jobOf(task);
        assertThat(count("jobs", "stage=validation&task_id=" + task)).isZero();
        as(OWNER)
                .body(Map.of("stage", "validation"))
                .patch("/api/jobs/" + job)
                .then()
                .statusCode(200);
        assertThat(count("jobs", "stage=validation&task_id=" + task)).isEqualTo(1);
        assertThat(count("tasks", "status=validation&search=" + word)).isEqualTo(1);
        fixtures.person(4_102, "x" + word);
        fixtures.assignJob(job, 4_102);
        assertThat(count("jobs", "assignee=x" + word)).isEqualTo(1);
        fixtures.run("UPDATE person SET username = 'y" + word + "' WHERE id = 4102");
        assertThat(count("jobs", "assignee=x" + word)).isZero();
        fixtures.run("DELETE FROM person WHERE id = 4102");
        assertThat(count("jobs", "assignee=y" + word)).isZero();
        as(OWNER)
                .body(Map.of("name", "p" + word))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);
        assertThat(count("tasks", "project_name=p" + word)).isEqualTo(1);
    }

    @Test
    void aCountByDatesFollowsThemAsWell() {
        task();
        var since = "{\"and\":[{\"==\":[{\"var\":\"project_id\"}," + project
                + "]},{\"<\":[{\"var\":\"updated_date\"},\"2020-01-01T00:00:00Z\"]}]}";
        assertThat(as(OWNER).queryParam("filter", since).get("/api/tasks").<Integer>path("count"))
                .isZero();
        fixtures.run("UPDATE task_touch SET updated_at = '2019-01-01Z' WHERE task_id IN (SELECT id FROM task"
                + " WHERE project_id = " + project + ")");
        assertThat(as(OWNER).queryParam("filter", since).get("/api/tasks").<Integer>path("count"))
                .isEqualTo(1);
    }

    @Test
    void aChangeThatIsNotCommittedYetIsCountedWhenItIs() throws SQLException {
        var list = "project_id=" + project;
        int task = task();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE task SET deleted_at = now() WHERE id = " + task);
            // Others commit meanwhile, and do not wait.
            task();
            assertThat(count("tasks", list)).isEqualTo(2);
            connection.commit();
        }
        assertThat(count("tasks", list)).isEqualTo(1);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE task SET deleted_at = NULL WHERE id = " + task);
            connection.rollback();
        }
        assertThat(count("tasks", list)).isEqualTo(1);
    }

    @Test
    void whoHoldsSeveralRelationsSeesARowOnceInEveryOrder() {
        int first = task();
        int second = task();
        fixtures.run("UPDATE task SET assignee_id = owner_id WHERE project_id = " + project);
        fixtures.run("UPDATE project SET assignee_id = owner_id WHERE id = " + project);
        for (var sort : List.of("", "&sort=name,-id", "&sort=-updated_date", "&sort=status")) {
            as(OWNER)
                    .get("/api/tasks?project_id=" + project + sort)
                    .then()
                    .body("count", equalTo(2))
                    .body("results.id", contains(second, first));
            as(OWNER)
                    .get("/api/tasks?page_size=1&page=2&project_id=" + project + sort)
                    .then()
                    .body("results.id", contains(first));
        }
        as(OWNER)
                .get("/api/tasks?page_size=1&page=last&project_id=" + project)
                .then()
                .body("results.id", contains(first));
        as(OWNER)
                .get("/api/tasks?page_size=1&page=3&project_id=" + project)
                .then()
                .statusCode(404);
        as(OWNER).get("/api/tasks?page=999999999999999999").then().statusCode(404);
    }
}
