package io.limn.task.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.limn.task.ApiTest;
import io.limn.task.Fixtures;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ListTest extends ApiTest {
    private static final int MANY = 30;

    @Inject
    AgroalDataSource database;

    private Fixtures fixtures;
    private String word;
    private int project;
    private int task;
    private int job;

    @BeforeEach
    void aProjectWithATaskAndAJob() {
        fixtures = new Fixtures(database);
        word = UUID.randomUUID().toString().substring(0, 13);
        project = create(ALICE, "/api/projects", Map.of("name", "Project " + word));
        task = create(ALICE, "/api/tasks", Map.of("name", "task", "project_id", project, "subset", "Train"));
        job = fixtures.jobOf(task);
    }

    private List<Integer> found(String list, String search) {
        return as(ALICE).queryParam("search", search).get("/api/" + list).path("results.id");
    }

    /** With one row, with three and with thirty: the statement of the page and that of its objects, labels have three. */
    @ParameterizedTest
    @ValueSource(strings = {"projects", "tasks", "jobs", "labels", "issues", "comments"})
    void aPageTakesAsManyStatementsHoweverLongItIs(String list) {
        fixtures.rows(MANY, ALICE_ID);
        var statements = StatementCount.on(database);
        for (var question : List.of(
                Map.<String, String>of(),
                Map.of("search", "a", "sort", "id"),
                Map.of("filter", "{\"<\":[{\"var\":\"id\"},999999]}", "sort", "-id"))) {
            for (var reader : List.of(ALICE, ADMIN)) {
                var counts = new ArrayList<Integer>();
                for (int size : List.of(1, 3, MANY)) {
                    as(reader)
                            .queryParams(question)
                            .get("/api/" + list + "?page_size=" + size)
                            .then()
                            .statusCode(200)
                            .body("results.size()", equalTo(size));
                    counts.add(statements.take());
                }
                assertThat(counts).containsOnly(list.equals("labels") ? 3 : 2);
            }
        }
    }

    @Test
    void aSearchFindsTheNamesAboveAnObjectAndFollowsThem() {
        assertThat(found("tasks", word)).containsExactly(task);
        assertThat(found("jobs", word.toUpperCase(java.util.Locale.ROOT) + ",new"))
                .containsExactly(job);
        assertThat(found("projects", "\"project " + word + "\"")).containsExactly(project);
        assertThat(found("tasks", word + " train alice")).containsExactly(task);
        assertThat(found("tasks", word + " validation")).isEmpty();

        as(ALICE)
                .body(Map.of("name", "renamed"))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);
        assertThat(found("tasks", word)).isEmpty();
        assertThat(found("jobs", word)).isEmpty();
        as(ALICE).body(Map.of("name", word)).patch("/api/tasks/" + task).then().statusCode(200);
        assertThat(found("tasks", word)).containsExactly(task);
        assertThat(found("jobs", word + " annotation")).containsExactly(job);
        as(ALICE)
                .body(Map.of("stage", "validation"))
                .patch("/api/jobs/" + job)
                .then()
                .statusCode(200);
        assertThat(found("jobs", word + " validation")).containsExactly(job);
        assertThat(found("tasks", word + " validation")).containsExactly(task);
    }

    @Test
    void aSearchFollowsTheNamesOfPeople() {
        fixtures.person(4001, "before" + word);
        fixtures.assignJob(job, 4001);
        fixtures.run("UPDATE task SET assignee_id = 4001 WHERE id = " + task);
        assertThat(found("jobs", "before" + word)).containsExactly(job);
        fixtures.run("UPDATE person SET username = 'after" + word + "' WHERE id = 4001");
        assertThat(found("jobs", "before" + word)).isEmpty();
        assertThat(found("tasks", "after" + word)).containsExactly(task);
        fixtures.run("DELETE FROM person WHERE id = 4001");
        assertThat(found("tasks", "after" + word)).isEmpty();
        assertThat(found("jobs", "after" + word)).isEmpty();
    }

    @Test
    void aSearchTakesCharactersOfPatternsAsTheyAre() {
        as(ALICE)
                .body(Map.of("name", "100%_" + word + "\\"))
                .patch("/api/tasks/" + task)
                .then()
                .statusCode(200);
        assertThat(found("tasks", "0%_" + word + "\\")).containsExactly(task);
        assertThat(found("tasks", "1%" + word)).isEmpty();
        assertThat(found("tasks", "task" + word)).isEmpty();
    }

    @Test
    void listsAreSortedByTheDatesOfTheirChanges() {
        int second = create(ALICE, "/api/tasks", Map.of("name", "b", "project_id", project));
        int third = create(ALICE, "/api/tasks", Map.of("name", "C", "project_id", project));
        as(ALICE).body(Map.of("name", "a")).patch("/api/tasks/" + task).then().statusCode(200);
        var list = "/api/tasks?project_id=" + project;
        as(ALICE).get(list + "&sort=updated_date").then().body("results.id", contains(second, third, task));
        as(ALICE)
                .get(list + "&sort=-updated_date&page_size=1")
                .then()
                .body("results.id", contains(task))
                .body("count", equalTo(3));
        as(ALICE).get(list + "&sort=name").then().body("results.name", contains("C", "a", "b"));
        as(BOB).get(list).then().body("results", empty());
    }
}
