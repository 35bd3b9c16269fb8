package io.limn.task.annotation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.limn.common.testing.Jwts;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class JobAnnotationsTest {
    private static final String ANN = Jwts.user(501, "ann").token();
    private static final String BEN = Jwts.user(502, "ben").token();

    @Inject
    DataSource database;

    private long job;
    private int car;
    private int colour;
    private int parked;
    private int face;
    private int eye;

    @BeforeEach
    void aTaskWithOneJobOfThreeFrames() throws SQLException {
        var labels = List.of(
                Map.of(
                        "name",
                        "car",
                        "attributes",
                        List.of(
                                attribute("colour", false, "select", "red", "red", "blue"),
                                attribute("parked", true, "checkbox", "false", "false"))),
                Map.of(
                        "name", "face",
                        "type", "skeleton",
                        "svg", "",
                        "sublabels", List.of(Map.of("name", "eye", "type", "points"))));
        var task = asAnn().body(Map.of("name", "annotated", "labels", labels))
                .post("/api/tasks")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        job = insertJob(task);
        var read = asAnn().queryParam("task_id", task)
                .get("/api/labels")
                .then()
                .statusCode(200)
                .extract();
        car = read.path("results[0].id");
        colour = read.path("results[0].attributes[0].id");
        parked = read.path("results[0].attributes[1].id");
        face = read.path("results[1].id");
        eye = read.path("results[1].sublabels[0].id");
    }

    @Test
    void anEmptyJobHasEmptyLists() {
        annotations()
                .body("version", equalTo(0))
                .body("tags", empty())
                .body("shapes", empty())
                .body("tracks", empty());
    }

    @Test
    void aSaveAnswersIdsInOrderAndReadingFillsDefaults() {
        put(Map.of(
                        "tags", List.of(Map.of("frame", 1, "label_id", car)),
                        "shapes", List.of(box(1), box(0))))
                .statusCode(200)
                .header("Content-Type", "application/vnd.cvat+json")
                .body("shapes.frame", contains(1, 0))
                .body("shapes[0].points", contains(1, 2, 9, 8))
                .body("shapes[0].attributes", empty())
                .body("shapes[0].elements", empty());

        annotations()
                .header("Content-Type", "application/vnd.cvat+json")
                .body("shapes.frame", contains(0, 1))
                .body("shapes[0].points", contains(1.0f, 2.0f, 9.0f, 8.0f))
                .body("shapes[0].attributes.value", contains("red", "false"))
                .body("tags.frame", contains(1));
    }

    @Test
    void anObjectIsCreatedReplacedAndRemovedByItsId() {
        int first = patch("create", Map.of("shapes", List.of(box(0), box(1))))
                .statusCode(200)
                .extract()
                .path("shapes[0].id");

        var moved = new java.util.HashMap<>(box(2));
        moved.put("id", first);
        moved.put("attributes", List.of(Map.of("spec_id", colour, "value", "blue")));
        patch("update", Map.of("shapes", List.of(moved))).statusCode(200).body("shapes[0].id", equalTo(first));
        annotations().body("shapes.frame", contains(1, 2)).body("shapes[1].attributes[0].value", equalTo("blue"));

        patch("delete", Map.of("shapes", List.of(moved))).statusCode(200).body("shapes[0].id", equalTo(first));
        annotations().body("shapes.frame", contains(1));
        patch("update", Map.of("shapes", List.of(moved))).statusCode(200).body("shapes[0].id", equalTo(first));
        annotations().body("shapes", hasSize(2));
    }

    @Test
    void anIdThatTheJobNeverHadIsRefused() {
        var foreign = new java.util.HashMap<>(box(0));
        foreign.put("id", 2_000_000_000);

        patch("update", Map.of("shapes", List.of(foreign))).statusCode(400);

        annotations().body("shapes", empty());
    }

    @Test
    void aTrackShowsWhatHeldBefore() {
        var keyframes = List.of(
                Map.of("type", "rectangle", "frame", 0, "points", List.of(0, 1, 5, 6)),
                Map.of(
                        "type",
                        "rectangle",
                        "frame",
                        1,
                        "points",
                        List.of(1, 1, 6, 6),
                        "attributes",
                        List.of(Map.of("spec_id", parked, "value", true))),
                Map.of("type", "rectangle", "frame", 2, "points", List.of(2, 1, 7, 6)));
        put(Map.of("tracks", List.of(Map.of("frame", 0, "label_id", car, "shapes", keyframes))))
                .statusCode(200);

        annotations()
                .body("tracks[0].shapes.attributes.value", contains(List.of("false"), List.of("true"), List.of("true")))
                .body("tracks[0].attributes.value", contains("red"));
    }

    @Test
    void aSkeletonKeepsItsElements() {
        var element = Map.of("type", "points", "frame", 0, "label_id", eye, "points", List.of(4.5, 5), "outside", true);
        put(Map.of(
                        "shapes",
                        List.of(Map.of(
                                "type", "skeleton", "frame", 0, "label_id", face, "elements", List.of(element)))))
                .statusCode(200);

        annotations()
                .body("shapes[0].points", empty())
                .body("shapes[0].elements[0].label_id", equalTo(eye))
                .body("shapes[0].elements[0].points", contains(4.5f, 5.0f))
                .body("shapes[0].elements[0].outside", equalTo(true));
    }

    @Test
    void aFaultySaveChangesNothing() {
        put(Map.of("shapes", List.of(box(0)))).statusCode(200);
        var stranger = new java.util.HashMap<>(box(1));
        stranger.put("label_id", 0);

        put(Map.of("shapes", List.of(box(1), stranger)))
                .statusCode(400)
                .body("[0]", equalTo("label_id `0` is invalid"));

        annotations().body("shapes.frame", contains(0));
    }

    @Test
    void textsOfAnyKindComeBackAsTheyWere() {
        var odd = "tab\there, back\\slash, new\nline, „Zitat“ <&> \\N";
        var shape = new java.util.HashMap<>(box(0));
        shape.put("attributes", List.of(Map.of("spec_id", colour, "value", odd)));
        put(Map.of("shapes", List.of(shape))).statusCode(200);

        annotations().body("shapes[0].attributes[0].value", equalTo(odd));
    }

    @Test
    void everySaveIsARevisionAndAnEmptyOneIsNone() throws SQLException {
        put(Map.of("shapes", List.of(box(0), box(1)))).statusCode(200);
        patch("create", Map.of()).statusCode(200);
        asAnn().delete(path()).then().statusCode(204);

        assertThat(revisions()).containsExactly("replace 2 0 0", "replace 0 0 2");
        annotations().body("shapes", empty());
    }

    @Test
    void manyShapesGoInAndOut() {
        var shapes = IntStream.range(0, 20_000).mapToObj(i -> box(i % 3)).toList();

        put(Map.of("shapes", shapes)).statusCode(200).body("shapes", hasSize(20_000));

        annotations().body("shapes", hasSize(20_000));
    }

    @Test
    void othersMayNeitherReadNorWrite() {
        given().auth().oauth2(BEN).get(path()).then().statusCode(403);
        given().auth()
                .oauth2(BEN)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .put(path())
                .then()
                .statusCode(403);
        given().auth().oauth2(BEN).delete(path()).then().statusCode(403);
        given().get(path()).then().statusCode(401);
        asAnn().get("/api/jobs/999999/annotations").then().statusCode(404);
    }

    @Test
    void formsOfAnOlderApiAreGone() {
        asAnn().queryParam("format", "CVAT 1.1").get(path()).then().statusCode(410);
        asAnn().queryParam("rq_id", "x").body(Map.of()).put(path()).then().statusCode(410);
        asAnn().body(Map.of()).patch(path()).then().statusCode(400);
        given().auth()
                .oauth2(ANN)
                .contentType("text/plain")
                .body("shapes")
                .put(path())
                .then()
                .statusCode(415);
    }

    private Map<String, Object> box(int frame) {
        return Map.of("type", "rectangle", "frame", frame, "label_id", car, "points", List.of(1, 2, 9, 8));
    }

    private static Map<String, Object> attribute(
            String name, boolean mutable, String input, String standard, String... values) {
        return Map.of(
                "name", name,
                "mutable", mutable,
                "input_type", input,
                "default_value", standard,
                "values", List.of(values));
    }

    private String path() {
        return "/api/jobs/" + job + "/annotations";
    }

    private static io.restassured.specification.RequestSpecification asAnn() {
        return given().auth().oauth2(ANN).contentType(ContentType.JSON);
    }

    private ValidatableResponse put(Map<String, ?> body) {
        return asAnn().body(body).put(path()).then();
    }

    private ValidatableResponse patch(String action, Map<String, ?> body) {
        return asAnn().queryParam("action", action).body(body).patch(path()).then();
    }

    private ValidatableResponse annotations() {
        return asAnn().get(path()).then().statusCode(200).contentType("application/vnd.cvat+json");
    }

    private long insertJob(int task) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE task SET data_id = 1, size = 3 WHERE id = " + task);
            statement.execute(
                    "WITH s AS (INSERT INTO segment (task_id, start_frame, stop_frame, chunks_updated_at) VALUES ("
                            + task
                            + ", 0, 2, now()) RETURNING id) INSERT INTO job (task_id, segment_id, created_at, updated_at) SELECT "
                            + task + ", id, now(), now() FROM s");
            try (var row = statement.executeQuery("SELECT id FROM job WHERE task_id = " + task)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<String> revisions() throws SQLException {
        var found = new java.util.ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT kind, created, updated, deleted FROM annotation_revision"
                        + " WHERE job_id = " + job + " ORDER BY revision")) {
            while (row.next()) {
                found.add(row.getString(1) + " " + row.getInt(2) + " " + row.getInt(3) + " " + row.getInt(4));
            }
        }
        return found;
    }
}
