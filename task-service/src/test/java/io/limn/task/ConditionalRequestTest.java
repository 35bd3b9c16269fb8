package io.limn.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.limn.task.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConditionalRequestTest extends ApiTest {
    @Inject
    DataSource database;

    private static String tag(String path) {
        return as(ALICE).get(path).then().statusCode(200).extract().header("ETag");
    }

    @Test
    void everyAnswerThatIsOneObjectHasAStrongTag() {
        var created = as(ALICE)
                .body(Map.of("name", "tagged", "labels", List.of(Map.of("name", "car"))))
                .post("/api/projects");
        var path = "/api/projects/" + created.path("id");
        assertThat(created.header("ETag")).matches("\"[\\w-]{20}\"").isEqualTo(tag(path));
        as(ALICE).head(path).then().statusCode(200).header("ETag", created.header("ETag"));

        var changed = as(ALICE).body(Map.of("name", "renamed")).patch(path);
        assertThat(changed.header("ETag")).isNotEqualTo(created.header("ETag")).isEqualTo(tag(path));
        as(ALICE).get("/api/projects").then().header("ETag", nullValue());
    }

    @Test
    void whoHasAVersionIsNotSentItAgain() {
        var path = "/api/tasks/" + create(ALICE, "/api/tasks", Map.of("name", "kept"));
        var tag = tag(path);
        as(ALICE)
                .header("If-None-Match", "\"other\", W/" + tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(emptyString());
        as(ALICE).header("If-None-Match", "*").get(path).then().statusCode(304);
        as(ALICE).body(Map.of("name", "other")).patch(path).then().statusCode(200);
        as(ALICE)
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("name", equalTo("other"));
    }

    @Test
    void onlyTheVersionThatOneHasSeenIsChanged() throws SQLException {
        int project = create(ALICE, "/api/projects", Map.of("name", "p", "labels", List.of(Map.of("name", "car"))));
        int task = create(ALICE, "/api/tasks", Map.of("name", "t", "project_id", project));
        long job = new Rows(database).job(task, 2);
        int label = as(ALICE).get("/api/labels?project_id=" + project).path("results[0].id");
        int issue = create(
                ALICE, "/api/issues", Map.of("job", job, "frame", 0, "position", List.of(1, 2), "message", "look"));
        int comment = as(ALICE).get("/api/comments?issue_id=" + issue).path("results[0].id");
        int guide = create(ALICE, "/api/guides", Map.of("project_id", project, "markdown", "old"));
        onlyTheVersionSeen("/api/issues/" + issue, Map.of("resolved", true), Map.of("resolved", false));
        onlyTheVersionSeen("/api/comments/" + comment, Map.of("message", "a"), Map.of("message", "b"));
        onlyTheVersionSeen("/api/guides/" + guide, Map.of("markdown", "a"), Map.of("markdown", "b"));
        onlyTheVersionSeenIsDeleted("/api/guides/" + guide);
        onlyTheVersionSeenIsDeleted("/api/comments/" + comment);
        onlyTheVersionSeenIsDeleted("/api/issues/" + issue);
        onlyTheVersionSeen("/api/jobs/" + job, Map.of("state", "completed"), Map.of("state", "new"));
        onlyTheVersionSeen("/api/labels/" + label, Map.of("color", "#111111"), Map.of("color", "#222222"));
        onlyTheVersionSeen("/api/tasks/" + task, Map.of("name", "t2"), Map.of("name", "t3"));
        onlyTheVersionSeen("/api/projects/" + project, Map.of("name", "p2"), Map.of("name", "p3"));
        onlyTheVersionSeenIsDeleted("/api/labels/" + label);
        onlyTheVersionSeenIsDeleted("/api/tasks/" + task);
        onlyTheVersionSeenIsDeleted("/api/projects/" + project);
    }

    private static void onlyTheVersionSeen(String path, Map<String, ?> change, Map<String, ?> other) {
        var seen = tag(path);
        var changed = as(ALICE).header("If-Match", seen).body(change).patch(path);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo(tag(path));
        var current = as(ALICE).get(path);
        var refused = as(ALICE).header("If-Match", seen).body(other).patch(path);
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.asString()).isEqualTo(current.asString());
        assertThat(refused.header("ETag")).isEqualTo(current.header("ETag"));
        as(ALICE)
                .header("If-Match", "W/" + tag(path))
                .body(other)
                .patch(path)
                .then()
                .statusCode(412);
        as(ALICE).header("If-Match", "*").body(other).patch(path).then().statusCode(200);
    }

    private static void onlyTheVersionSeenIsDeleted(String path) {
        as(ALICE).header("If-Match", "\"old\"").delete(path).then().statusCode(412);
        as(ALICE).header("If-Match", tag(path)).delete(path).then().statusCode(204);
    }

    @Test
    void ofSeveralChangesOfOneVersionOneWins() throws Exception {
        var path = "/api/projects/" + create(ALICE, "/api/projects", Map.of("name", "wanted"));
        var tag = tag(path);
        var calls = java.util.stream.IntStream.range(0, 8)
                .mapToObj(n -> (Callable<Integer>) () -> as(ALICE)
                        .header("If-Match", tag)
                        .body(Map.of("name", "by " + n))
                        .patch(path)
                        .statusCode())
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var statuses = new java.util.ArrayList<Integer>();
            for (var answer : threads.invokeAll(calls)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
        }
    }
}
