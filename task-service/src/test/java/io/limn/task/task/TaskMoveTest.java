package io.limn.task.task;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.limn.common.testing.Jwts;
import io.limn.task.ApiTest;
import io.limn.task.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaskMoveTest extends ApiTest {
    private static final Map<String, Object> PARKED = Map.of(
            "name", "parked",
            "mutable", true,
            "input_type", "select",
            "default_value", "no",
            "values", List.of("no", "yes"));

    @Inject
    DataSource database;

    private Rows rows;
    private int task;
    private long job;
    private int car;
    private int face;
    private int eye;

    @BeforeEach
    void anAnnotatedTaskOfItsOwn() throws SQLException {
        rows = new Rows(database);
        var labels = List.of(
                Map.of("name", "car", "attributes", List.of(PARKED)),
                Map.of("name", "face", "type", "skeleton", "svg", "", "sublabels", List.of(part("eye"))));
        task = create(ALICE, "/api/tasks", Map.of("name", "moving", "labels", labels));
        job = rows.job(task, 3);
        var read = as(ALICE).get("/api/labels?task_id=" + task).then().extract();
        car = read.path("results[0].id");
        int parked = read.path("results[0].attributes[0].id");
        face = read.path("results[1].id");
        eye = read.path("results[1].sublabels[0].id");
        var values = List.of(Map.of("spec_id", parked, "value", "yes"));
        annotate(Map.of(
                        "shapes",
                        List.of(
                                shape("rectangle", car, values, List.of(1, 2, 9, 8)),
                                Map.of(
                                        "type",
                                        "skeleton",
                                        "frame",
                                        1,
                                        "label_id",
                                        face,
                                        "elements",
                                        List.of(shape("points", eye, List.of(), List.of(3, 3))))),
                        "tracks",
                        List.of(Map.of(
                                "frame",
                                0,
                                "label_id",
                                car,
                                "attributes",
                                List.of(),
                                "shapes",
                                List.of(shape("rectangle", null, values, List.of(1, 2, 9, 8)))))))
                .statusCode(200);
    }

    private static Map<String, Object> part(String name) {
        return Map.of("name", name, "type", "points");
    }

    private static Map<String, Object> shape(String type, Integer label, List<?> attributes, List<?> points) {
        var shape = new java.util.HashMap<String, Object>(
                Map.of("type", type, "frame", 0, "points", points, "attributes", attributes));
        if (label != null) {
            shape.put("label_id", label);
        }
        return shape;
    }

    private ValidatableResponse annotate(Map<String, ?> body) {
        return as(ALICE)
                .body(body)
                .patch("/api/jobs/" + job + "/annotations?action=create")
                .then();
    }

    private static int project(Jwts owner, Object... labels) {
        return create(owner, "/api/projects", Map.of("name", "target", "labels", List.of(labels)));
    }

    private static Map<String, Object> faces(String... parts) {
        return Map.of(
                "name",
                "face",
                "type",
                "skeleton",
                "svg",
                "",
                "sublabels",
                List.of(parts).stream().map(TaskMoveTest::part).toList());
    }

    private ValidatableResponse move(Jwts user, Map<String, ?> body) {
        return as(user).body(body).patch("/api/tasks/" + task).then();
    }

    @Test
    void annotationsGetTheLabelsOfTheProject() {
        var annotations = "/api/jobs/" + job + "/annotations";
        var before = as(ALICE).get(annotations).then().extract();
        int project = project(
                ALICE, Map.of("name", "spare"), Map.of("name", "vehicle", "attributes", List.of(PARKED)), faces("eye"));
        String touched = as(ALICE).get("/api/projects/" + project).path("updated_date");
        move(
                        ALICE,
                        Map.of(
                                "project_id",
                                project,
                                "name",
                                "ignored",
                                "labels",
                                List.of(Map.of("id", car, "name", "vehicle"))))
                .statusCode(200)
                .body("project_id", equalTo(project), "name", equalTo("moving"));

        var labels = as(ALICE).get("/api/labels?task_id=" + task).then().extract();
        int vehicle = labels.path("results[1].id");
        int parked = labels.path("results[1].attributes[0].id");
        as(ALICE)
                .get(annotations)
                .then()
                .body("shapes.id", equalTo(before.path("shapes.id")))
                .body("shapes.label_id", contains(vehicle, labels.<Integer>path("results[2].id")))
                .body("shapes[0].attributes", contains(Map.of("spec_id", parked, "value", "yes")))
                .body("shapes[1].elements[0].label_id", equalTo(labels.path("results[2].sublabels[0].id")))
                .body("tracks[0].id", equalTo(before.path("tracks[0].id")))
                .body("tracks[0].label_id", equalTo(vehicle))
                .body("tracks[0].shapes[0].id", equalTo(before.path("tracks[0].shapes[0].id")))
                .body("tracks[0].shapes[0].attributes", contains(Map.of("spec_id", parked, "value", "yes")));
        as(ALICE).get("/api/labels/" + car).then().statusCode(404);
        as(ALICE).get("/api/labels/" + eye).then().statusCode(404);
        Assertions.assertThat(as(ALICE).get("/api/projects/" + project).<String>path("updated_date"))
                .isNotEqualTo(touched);
        annotate(Map.of("tags", List.of(Map.of("frame", 0, "label_id", car, "attributes", List.of()))))
                .statusCode(400);
    }

    @Test
    void labelsOfAFormerProjectAreKept() {
        int first = project(ALICE, Map.of("name", "car", "attributes", List.of(PARKED)), faces("eye"));
        int second = project(ALICE, faces("eye"), Map.of("name", "car", "attributes", List.of(PARKED)));
        move(ALICE, Map.of("project_id", first)).statusCode(200);
        String touched = as(ALICE).get("/api/projects/" + first).path("updated_date");
        move(ALICE, Map.of("project_id", second)).statusCode(200);

        as(ALICE).get("/api/labels?project_id=" + first).then().body("results", hasSize(2));
        as(ALICE).get("/api/projects/" + first).then().body("updated_date", equalTo(touched));
        as(ALICE).get("/api/jobs/" + job + "/annotations").then().body("shapes", hasSize(2));
        as(ALICE).get("/api/tasks?project_id=" + first).then().body("count", equalTo(0));
    }

    @Test
    void whatHasNoCounterpartIsRefusedAndNothingMoves() {
        var unmapped = "All task or project label names must be mapped to the target project";
        move(ALICE, Map.of("project_id", project(ALICE, Map.of("name", "car"))))
                .statusCode(400)
                .body("non_field_errors", contains(unmapped));
        move(ALICE, Map.of("project_id", project(ALICE, Map.of("name", "car"), faces("eye", "nose"))))
                .statusCode(400)
                .body("non_field_errors", contains(unmapped));
        move(
                        ALICE,
                        Map.of(
                                "project_id",
                                project(ALICE, Map.of("name", "car"), faces("eye")),
                                "labels",
                                List.of(Map.of("id", face, "name", "car"))))
                .statusCode(400)
                .body("$", contains("Target project does not have \"car\" label with \"parked\" attribute"));
        as(ALICE).get("/api/tasks/" + task).then().body("project_id", equalTo(null));
        as(ALICE).get("/api/labels/" + car).then().statusCode(200);
    }

    @Test
    void projectsOfOthersOrOfOtherWorkspacesOrDimensionsTakeNoTask() throws SQLException {
        move(ALICE, Map.of("project_id", project(BOB))).statusCode(403);
        move(BOB, Map.of("project_id", project(BOB))).statusCode(403);
        move(ALICE, Map.of("project_id", 2_000_000_000))
                .statusCode(400)
                .body("$", contains("Project matching query does not exist."));
        var maria = Jwts.user(ALICE_ID, "alice").membership(8, "org8", "owner");
        int elsewhere = as(maria)
                .body(Map.of("name", "elsewhere"))
                .post("/api/projects?org=org8")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        move(maria, Map.of("project_id", elsewhere))
                .statusCode(400)
                .body("$", contains("The task and its project should be in the same organization."));
        int deep = project(ALICE, Map.of("name", "car", "attributes", List.of(PARKED)), faces("eye"));
        int other = create(ALICE, "/api/tasks", Map.of("name", "clouds", "project_id", deep));
        rows.execute("UPDATE task SET size = 1, dimension = '3d' WHERE id = " + other);
        move(ALICE, Map.of("project_id", deep))
                .statusCode(400)
                .body("$", contains("Dimension (2d) of the task must be the same as other tasks in project (3d)"));
        move(ALICE, java.util.Collections.singletonMap("project_id", null)).statusCode(400);
    }
}
