package io.limn.task.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.limn.task.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task of ten frames with two jobs, 0 to 5 and 4 to 9, that share two frames. */
@QuarkusTest
class TaskAnnotationsTest extends ApiTest {
    @Inject
    DataSource database;

    private int task;
    private List<Long> jobs;
    private int car;
    private int person;

    @BeforeEach
    void aTaskWithTwoOverlappingJobs() throws SQLException {
        task = create(
                ALICE,
                "/api/tasks",
                Map.of("name", "merged", "labels", List.of(Map.of("name", "car"), Map.of("name", "person"))));
        List<Integer> labels = as(ALICE)
                .queryParam("task_id", task)
                .get("/api/labels")
                .then()
                .extract()
                .path("results.id");
        car = labels.get(0);
        person = labels.get(1);
        jobs = new ArrayList<>();
        execute("UPDATE task SET data_id = nextval('data_id'), size = 10, overlap = 2 WHERE id = " + task);
        jobs.add(insertJob("annotation", 0, 5));
        jobs.add(insertJob("annotation", 4, 9));
    }

    @Test
    void whatLiesOnSharedFramesIsWrittenToBothJobsAndReadOnce() {
        put(Map.of("tags", List.of(tag(4), tag(7)), "shapes", List.of(box(4, 1), box(0, 1), box(9, 1))))
                .statusCode(200)
                .body("tags.frame", contains(4, 7))
                .body("shapes.frame", contains(4, 0, 9))
                .body("shapes[0].points", contains(1, 2, 9, 8));

        job(0).body("shapes.frame", contains(0, 4)).body("tags.frame", contains(4));
        job(1).body("shapes.frame", contains(4, 9)).body("tags.frame", contains(4, 7));
        read().body("shapes.frame", contains(4, 0, 9)).body("tags.frame", contains(4, 7));
    }

    @Test
    void aTrackIsCutAtTheBorderAndReadWhole() {
        put(tracks(key(0, 0), key(9, 18)))
                .statusCode(200)
                .body("tracks", hasSize(1))
                .body("tracks[0].shapes.frame", contains(0, 4, 5, 9))
                .body("tracks[0].shapes[1].points", contains(8.0f, 1.0f, 13.0f, 6.0f))
                .body("tracks[0].shapes[3].points", contains(18, 1, 23, 6))
                .body("tracks[0].shapes[0].keyframe", equalTo(true))
                .body("tracks[0].shapes[3]", not(hasKey("keyframe")));

        job(0).body("tracks[0].shapes.frame", contains(0, 5));
        job(1).body("tracks[0].shapes.frame", contains(4, 9)).body("tracks[0].frame", equalTo(4));
        read().body("tracks", hasSize(1)).body("tracks[0].shapes.frame", contains(0, 4, 5, 9));
    }

    @Test
    void aTrackWithoutContinuationEndsBehindTheSharedFrames() {
        saveJob(0, tracks(key(0, 0), key(5, 5)));
        saveJob(1, tracks(key(4, 24), key(9, 29)));

        read().body("tracks", hasSize(2))
                .body("tracks[0].shapes.frame", contains(0, 5, 6))
                .body("tracks[0].shapes.outside", contains(false, false, true))
                .body("tracks[1].shapes.frame", contains(4, 9));
    }

    @Test
    void aMergedObjectIsChangedInEveryJobThatHasIt() {
        int id = put(Map.of("shapes", List.of(box(4, 1)))).extract().path("shapes[0].id");

        patch("update", Map.of("shapes", List.of(withId(id, box(4, 3)))))
                .statusCode(200)
                .body("shapes", hasSize(1))
                .body("shapes[0].id", equalTo(id));

        job(0).body("shapes[0].points[0]", equalTo(3.0f));
        job(1).body("shapes", hasSize(1)).body("shapes[0].points[0]", equalTo(3.0f));
        read().body("shapes.id", contains(id));
    }

    @Test
    void aMergedTrackIsChangedInEveryJobThatHasIt() {
        int id = put(tracks(key(0, 0), key(9, 18))).extract().path("tracks[0].id");
        var changed = withId(id, track(key(0, 10), key(9, 28)));

        patch("update", Map.of("tracks", List.of(changed))).statusCode(200).body("tracks.id", contains(id));

        job(0).body("tracks", hasSize(1)).body("tracks[0].shapes[0].points[0]", equalTo(10.0f));
        job(1).body("tracks", hasSize(1)).body("tracks[0].shapes[1].points[0]", equalTo(28.0f));
        read().body("tracks", hasSize(1)).body("tracks[0].shapes.frame", contains(0, 4, 5, 9));
    }

    @Test
    void whatIsReadIsAcceptedAsAnUpdate() {
        put(Map.of(
                "tags", List.of(tag(5)),
                "shapes", List.of(box(4, 1), box(8, 1)),
                "tracks", List.of(track(key(0, 0), key(9, 18)))));
        var before = read().extract().asString();

        as(ALICE)
                .queryParam("action", "update")
                .body(before)
                .patch(path())
                .then()
                .statusCode(200);

        var now = read().extract().jsonPath();
        assertThat(now.<Integer>getList("shapes.id"))
                .isEqualTo(io.restassured.path.json.JsonPath.from(before).getList("shapes.id"));
        read().body("tags", hasSize(1)).body("shapes", hasSize(2)).body("tracks", hasSize(1));
    }

    @Test
    void aShapeMovesToTheJobOfItsNewFrame() {
        int id = put(Map.of("shapes", List.of(box(0, 1)))).extract().path("shapes[0].id");

        patch("update", Map.of("shapes", List.of(withId(id, box(8, 1)))))
                .statusCode(200)
                .body("shapes", hasSize(1));

        job(0).body("shapes", empty());
        job(1).body("shapes.frame", contains(8));
    }

    @Test
    void aMergedObjectIsRemovedFromEveryJobThatHasIt() {
        var answer =
                put(Map.of("shapes", List.of(box(4, 1), box(0, 1)), "tracks", List.of(track(key(0, 0), key(9, 18)))));
        int shape = answer.extract().path("shapes[0].id");
        int track = answer.extract().path("tracks[0].id");

        patch(
                        "delete",
                        Map.of(
                                "shapes", List.of(withId(shape, box(4, 1))),
                                "tracks", List.of(withId(track, track(key(0, 0), key(9, 18))))))
                .statusCode(200)
                .body("shapes", hasSize(1))
                .body("shapes[0]", not(hasKey("elements")));

        read().body("shapes.frame", contains(0)).body("tracks", empty());
        job(1).body("shapes", empty()).body("tracks", empty());
    }

    @Test
    void objectsAreAddedWhereTheyLieAndDroppedOutsideAllJobs() {
        patch("create", Map.of("shapes", List.of(box(1, 1), box(50, 1), box(9, 1))))
                .statusCode(200)
                .body("shapes.frame", contains(1, 9));

        job(0).body("shapes.frame", contains(1));
        job(1).body("shapes.frame", contains(9));
    }

    @Test
    void anIdThatNoJobEverHadIsRefused() {
        patch("update", Map.of("shapes", List.of(withId(2_000_000_000, box(1, 1)))))
                .statusCode(400);
        read().body("shapes", empty());
    }

    @Test
    void aFaultInOneJobChangesNone() {
        put(Map.of("shapes", List.of(box(0, 1), box(9, 1)))).statusCode(200);
        var stranger = new HashMap<>(box(9, 1));
        stranger.put("label_id", 0);

        put(Map.of("shapes", List.of(box(1, 1), stranger)))
                .statusCode(400)
                .body("[0]", equalTo("label_id `0` is invalid"));
        patch("create", Map.of("tracks", List.of(track(key(0, 0), line(9))))).statusCode(400);

        read().body("shapes.frame", contains(0, 9)).body("tracks", empty());
    }

    @Test
    void everyJobThatChangesGetsARevision() throws SQLException {
        put(Map.of("shapes", List.of(box(0, 1)))).statusCode(200);
        patch("create", Map.of()).statusCode(200);
        as(ALICE).delete(path()).then().statusCode(204);
        as(ALICE).delete(path()).then().statusCode(204);

        assertThat(revisions(jobs.get(0))).containsExactly("replace 1 0 0", "replace 0 0 1");
        assertThat(revisions(jobs.get(1))).isEmpty();
    }

    @Test
    void groundTruthAndReplicasStayByThemselves() throws SQLException {
        long truth = insertJob("ground_truth", 0, 9);
        long replica = insertJob("consensus_replica", 0, 5);
        as(ALICE)
                .body(Map.of("shapes", List.of(box(1, 1))))
                .put("/api/jobs/" + truth + "/annotations")
                .then()
                .statusCode(200);

        put(Map.of("shapes", List.of(box(2, 1)))).statusCode(200);

        read().body("shapes.frame", contains(2));
        as(ALICE).get("/api/jobs/" + truth + "/annotations").then().body("shapes.frame", contains(1));
        as(ALICE).get("/api/jobs/" + replica + "/annotations").then().body("shapes", empty());
    }

    @Test
    void tasksWithHoneypotsTakeNoTracks() throws SQLException {
        execute("UPDATE task SET validation_mode = 'gt_pool' WHERE id = " + task);
        var message = "Tracks are not supported when task validation mode is gt_pool";

        put(tracks(key(0, 0))).statusCode(400).body("[0]", equalTo(message));
        as(ALICE)
                .body(tracks(key(0, 0)))
                .put("/api/jobs/" + jobs.get(0) + "/annotations")
                .then()
                .statusCode(400);
        put(Map.of("shapes", List.of(box(0, 1)))).statusCode(200);
    }

    @Test
    void aTaskWithoutDataHasNothingToRead() {
        int empty = create(ALICE, "/api/tasks", Map.of("name", "empty", "labels", List.of()));

        var answer = as(ALICE)
                .get("/api/tasks/" + empty + "/annotations")
                .then()
                .statusCode(400)
                .extract();

        assertThat(answer.asString()).isEqualTo("Exporting annotations from a task without data is not allowed");
        assertThat(answer.contentType()).startsWith("text/html");
    }

    @Test
    void bothFormsOfThePathAreAnsweredAndOldOnesAreGone() {
        as(ALICE).get(path() + "/").then().statusCode(200);
        as(ALICE).queryParam("format", "").get(path()).then().statusCode(410);
        as(ALICE)
                .queryParam("format", "CVAT 1.1")
                .body(Map.of())
                .put(path())
                .then()
                .statusCode(410);
        as(ALICE).body(Map.of()).patch(path()).then().statusCode(400);
        as(ALICE).get("/api/projects/1/annotations").then().statusCode(410);
    }

    @Test
    void othersMayNeitherReadNorWrite() {
        as(BOB).get(path()).then().statusCode(403);
        as(BOB).body(Map.of()).put(path()).then().statusCode(403);
        as(BOB).queryParam("action", "create")
                .body(Map.of())
                .patch(path())
                .then()
                .statusCode(403);
        as(BOB).delete(path()).then().statusCode(403);
        as(ALICE).get("/api/tasks/999999/annotations").then().statusCode(404);
    }

    private Map<String, Object> tag(int frame) {
        return Map.of("frame", frame, "label_id", person);
    }

    private Map<String, Object> box(int frame, int left) {
        return Map.of("type", "rectangle", "frame", frame, "label_id", car, "points", List.of(left, 2, left + 8, 8));
    }

    private static Map<String, Object> key(int frame, int left) {
        return Map.of("type", "rectangle", "frame", frame, "points", List.of(left, 1, left + 5, 6));
    }

    private static Map<String, Object> line(int frame) {
        return Map.of("type", "polyline", "frame", frame, "points", List.of(0, 0, 5, 6));
    }

    @SafeVarargs
    private Map<String, Object> track(Map<String, Object>... keyframes) {
        return Map.of("frame", keyframes[0].get("frame"), "label_id", car, "shapes", List.of(keyframes));
    }

    @SafeVarargs
    private Map<String, Object> tracks(Map<String, Object>... keyframes) {
        return Map.of("tracks", List.of(track(keyframes)));
    }

    private static Map<String, Object> withId(int id, Map<String, Object> object) {
        var copy = new HashMap<>(object);
        copy.put("id", id);
        return copy;
    }

    private String path() {
        return "/api/tasks/" + task + "/annotations";
    }

    private ValidatableResponse put(Map<String, ?> body) {
        return as(ALICE).body(body).put(path()).then();
    }

    private ValidatableResponse patch(String action, Map<String, ?> body) {
        return as(ALICE).queryParam("action", action).body(body).patch(path()).then();
    }

    private ValidatableResponse read() {
        return as(ALICE).get(path()).then().statusCode(200).contentType("application/vnd.cvat+json");
    }

    private ValidatableResponse job(int index) {
        return as(ALICE)
                .get("/api/jobs/" + jobs.get(index) + "/annotations")
                .then()
                .statusCode(200);
    }

    private void saveJob(int index, Map<String, ?> body) {
        as(ALICE)
                .body(body)
                .put("/api/jobs/" + jobs.get(index) + "/annotations")
                .then()
                .statusCode(200);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long insertJob(String type, int start, int stop) throws SQLException {
        var sql = "WITH s AS (INSERT INTO segment (task_id, start_frame, stop_frame, chunks_updated_at) VALUES ("
                + task + ", " + start + ", " + stop
                + ", now()) RETURNING id) INSERT INTO job (task_id, segment_id, type, created_at, updated_at)"
                + " SELECT " + task + ", id, '" + type + "', now(), now() FROM s RETURNING id";
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> revisions(long job) throws SQLException {
        var found = new ArrayList<String>();
        var sql = "SELECT kind, created, updated, deleted FROM annotation_revision WHERE job_id = " + job
                + " ORDER BY revision";
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1) + " " + row.getInt(2) + " " + row.getInt(3) + " " + row.getInt(4));
            }
        }
        return found;
    }
}
