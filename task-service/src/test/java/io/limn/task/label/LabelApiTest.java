package io.limn.task.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.limn.task.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LabelApiTest extends ApiTest {
    private static final Map<String, ?> PARKED =
            Map.of("name", "parked", "mutable", true, "input_type", "checkbox", "values", List.of("false"));

    @Test
    void aSkeletonIsDrawnWithTheIdsOfItsParts() {
        var svg = "<circle data-label-name=\"head\"/><circle data-label-name=\"elsewhere\"/>";
        int task = create(
                ALICE,
                "/api/tasks",
                Map.of(
                        "name",
                        "t",
                        "labels",
                        List.of(Map.of(
                                "name",
                                "fish",
                                "type",
                                "skeleton",
                                "svg",
                                svg,
                                "sublabels",
                                List.of(Map.of("name", "head", "type", "points"))))));
        var fish = as(ALICE)
                .get("/api/labels?task_id=" + task)
                .then()
                .body("count", equalTo(1))
                .body("results[0].color", equalTo("#e06080"))
                .extract();
        int head = fish.path("results[0].sublabels[0].id");
        assertThat(fish.<String>path("results[0].svg"))
                .isEqualTo("<circle data-label-id=\"" + head + "\"/><circle data-label-name=\"elsewhere\"/>");
        as(ALICE)
                .body(Map.of("name", "skull"))
                .patch("/api/labels/" + head)
                .then()
                .statusCode(400)
                .body(
                        "[0]",
                        equalTo("Sublabels cannot be modified this way."
                                + " Please send a PATCH request with updated parent label data instead."));
        as(ALICE).delete("/api/labels/" + fish.path("results[0].id")).then().statusCode(204);
        as(ALICE).get("/api/labels/" + head).then().statusCode(404);
    }

    @Test
    void attributesAreAddedAndRenamedButNeverRemoved() {
        int task = create(
                ALICE,
                "/api/tasks",
                Map.of("name", "t", "labels", List.of(Map.of("name", "car", "attributes", List.of(PARKED)))));
        var car = as(ALICE).get("/api/labels?task_id=" + task).then().extract();
        int id = car.path("results[0].id");
        int attribute = car.path("results[0].attributes[0].id");
        as(ALICE)
                .body(Map.of("attributes", List.of(Map.of("id", attribute, "name", "stopped"), Map.of("name", "note"))))
                .patch("/api/labels/" + id)
                .then()
                .statusCode(200)
                .body("attributes.name", contains("stopped", "note"))
                .body("attributes[0].values", contains("false"))
                .body("attributes[1].values", contains(""));
        as(ALICE)
                .body(Map.of("attributes", List.of(Map.of("id", 999999, "name", "x"))))
                .patch("/api/labels/" + id)
                .then()
                .statusCode(404)
                .body("detail", equalTo("Attribute with id #999999 does not exist"));
    }

    @Test
    void namesAreUniqueAmongSiblings() {
        as(ALICE)
                .body(Map.of("name", "t", "labels", List.of(Map.of("name", "a"), Map.of("name", "a"))))
                .post("/api/projects")
                .then()
                .statusCode(400)
                .body("$", contains("All label names must be unique"));
        as(ALICE)
                .body(Map.of("name", "t", "labels", List.of(Map.of(), Map.of("name", "y"))))
                .post("/api/projects")
                .then()
                .statusCode(400)
                .body("labels[0].name", contains("This field is required."))
                .body("labels", hasSize(2));
    }

    @Test
    void aChangeOfLabelsMovesTheDatesOfAllBelow() {
        int project = create(ALICE, "/api/projects", Map.of("name", "p", "labels", List.of(Map.of("name", "car"))));
        int task = create(ALICE, "/api/tasks", Map.of("name", "t", "project_id", project));
        as(ALICE)
                .body(Map.of("labels", List.of(Map.of("name", "bus"))))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);
        String moved = as(ALICE).get("/api/projects/" + project).path("updated_date");
        as(ALICE).get("/api/tasks/" + task).then().body("updated_date", equalTo(moved));
    }

    @Test
    void strangersChangeNothing() {
        int project = create(ALICE, "/api/projects", Map.of("name", "p", "labels", List.of(Map.of("name", "car"))));
        int label = as(ALICE).get("/api/labels?project_id=" + project).path("results[0].id");
        as(BOB).get("/api/labels/" + label).then().statusCode(403);
        as(BOB).body(Map.of("name", "x")).patch("/api/labels/" + label).then().statusCode(403);
        as(BOB).delete("/api/labels/" + label).then().statusCode(403);
        as(BOB).get("/api/labels?project_id=" + project).then().statusCode(403);
        as(ALICE)
                .body(Map.of("labels", List.of(Map.of("id", 999999, "name", "x"))))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(404)
                .body("detail", equalTo("Not found label with id #999999 to change"));
        as(ALICE).get("/api/labels?project_id=1&task_id=2").then().statusCode(400);
    }
}
