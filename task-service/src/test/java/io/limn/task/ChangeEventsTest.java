package io.limn.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.testing.EventTap;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What others are told of changes: enough to say what it was, what it is, who did it, and where it can be read. */
@QuarkusTest
class ChangeEventsTest extends DataTest {
    private static List<String> members(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    @Test
    void aProjectIsToldOfInTheFormInWhichItIsShown() {
        try (var events = EventTap.of("limn.task")) {
            int project = create(ALICE, "/api/projects", Map.of("name", "old"));
            var path = "/api/projects/" + project;
            var key = "project-" + project;
            as(ALICE)
                    .header("X-Request-Id", "request-" + project)
                    .header("X-Forwarded-Host", "limn.example")
                    .header("X-Forwarded-Proto", "https")
                    .body(Map.of("name", "new", "bug_tracker", ""))
                    .patch(path)
                    .then()
                    .statusCode(200);
            as(ALICE).delete(path).then().statusCode(204);

            assertThat(events.awaitEvent("project.created", key)
                            .at("/data/after/name")
                            .asText())
                    .isEqualTo("old");
            var updated = events.awaitEvent("project.updated", key);
            assertThat(members(updated.at("/data/before"))).contains("name").doesNotContain("bug_tracker", "url", "id");
            assertThat(updated.at("/data/before/name").asText()).isEqualTo("old");
            assertThat(updated.at("/data/after/name").asText()).isEqualTo("new");
            assertThat(updated.at("/data/after/url").asText()).isEqualTo("https://limn.example" + path);
            assertThat(updated.path("actor").asLong()).isEqualTo(ALICE_ID);
            assertThat(updated.path("requestid").asText()).isEqualTo("request-" + project);
            assertThat(updated.path("origin").asText()).isEqualTo("https://limn.example");
            assertThat(events.awaitEvent("project.deleted", key)
                            .at("/data/before/name")
                            .asText())
                    .isEqualTo("new");
        }
    }

    @Test
    void aTaskAndItsJobsAreToldOf() throws Exception {
        try (var events = EventTap.of("limn.task")) {
            int task = create(ALICE, "/api/tasks", Map.of("name", "t", "labels", List.of(Map.of("name", "car"))));
            var key = String.valueOf(task);
            attach(task);
            publish(processed(task, 3));
            awaitJobs(task, 1);
            int job = jobs(task).getFirst();
            as(ALICE).body(Map.of("stage", "acceptance", "state", "completed")).patch("/api/jobs/" + job);
            var added = create(
                    ALICE,
                    "/api/jobs",
                    Map.of(
                            "type",
                            "ground_truth",
                            "task_id",
                            task,
                            "frame_selection_method",
                            "manual",
                            "frames",
                            List.of(1)));
            as(ALICE).delete("/api/jobs/" + added).then().statusCode(204);
            int label = as(ALICE).get("/api/labels?task_id=" + task).path("results[0].id");
            as(ALICE)
                    .body(Map.of("color", "#123456"))
                    .patch("/api/labels/" + label)
                    .then()
                    .statusCode(200);
            as(ALICE).delete("/api/tasks/" + task).then().statusCode(204);

            assertThat(events.awaitEvent("task.created", key)
                            .at("/data/after/name")
                            .asText())
                    .isEqualTo("t");
            var updated = events.awaitEvent("job.updated", key);
            assertThat(updated.at("/data/before/state").asText()).isEqualTo("new");
            assertThat(updated.at("/data/after/state").asText()).isEqualTo("completed");
            assertThat(events.awaitEvent(event -> event.path("subject").asText().equals(key)
                                    && event.path("type").asText().equals("task.updated")
                                    && event.at("/data/after/status").asText().equals("completed"))
                            .at("/data/before/status")
                            .asText())
                    .isEqualTo("annotation");
            assertThat(events.awaitEvent("job.created", key)
                            .at("/data/after/type")
                            .asText())
                    .isEqualTo("ground_truth");
            assertThat(events.awaitEvent("job.deleted", key)
                            .at("/data/before/id")
                            .asInt())
                    .isEqualTo(added);
            assertThat(events.awaitEvent("task.updated", key).path("data").has("task_id"))
                    .isTrue();
            assertThat(events.awaitEvent("task.deleted", key)
                            .at("/data/before/status")
                            .asText())
                    .isEqualTo("completed");
        }
    }
}
