package io.limn.task.annotation;

import static io.limn.task.annotation.Drawing.ALICE;
import static io.limn.task.annotation.Drawing.as;
import static io.limn.task.annotation.Drawing.shapes;
import static io.limn.task.annotation.Drawing.withId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.limn.task.ApiTest;
import io.limn.task.access.FramesReplaced;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaskHistoryTest extends ApiTest {
    @Inject
    DataSource database;

    @Inject
    Relabelling relabelling;

    @Inject
    Event<FramesReplaced> replaced;

    private Drawing drawing;

    @BeforeEach
    void aTaskWithTwoJobs() throws SQLException {
        drawing = new Drawing(database, 2);
    }

    private void putTask(Map<String, ?> body) {
        as(ALICE).body(body).put(drawing.taskPath()).then().statusCode(200);
    }

    private String readTask() {
        return as(ALICE)
                .get(drawing.taskPath())
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private int lastChangeSet() {
        return as(ALICE)
                .get(drawing.taskPath() + "/revisions")
                .then()
                .statusCode(200)
                .extract()
                .path("results[0].number");
    }

    private io.restassured.response.ValidatableResponse undo(int changeSet) {
        return as(ALICE)
                .post(drawing.taskPath() + "/revisions/" + changeSet + "/undo")
                .then();
    }

    @Test
    void anActUponSeveralJobsIsOneChangeSetAndIsUndoneAsOne() {
        putTask(shapes(drawing.box(0, 1), drawing.box(7, 1)));
        var before = readTask();
        putTask(shapes(drawing.box(8, 3)));

        as(ALICE)
                .get(drawing.taskPath() + "/revisions")
                .then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("results.kind", contains("replace", "replace"))
                .body("results.created", contains(1, 2))
                .body("results.deleted", contains(2, 0))
                .body("results[0].jobs", hasSize(2))
                .body("results[1].jobs.number", contains(1, 1));
        undo(lastChangeSet())
                .statusCode(200)
                .body("revisions", hasSize(2))
                .body("revisions.kind", contains("undo", "undo"))
                .body("left_out", empty())
                .body("kept", empty());
        assertThat(readTask()).isEqualTo(before);

        undo(lastChangeSet()).statusCode(200).body("revisions", hasSize(2));
        as(ALICE).get(drawing.taskPath()).then().body("shapes.frame", contains(8));
        undo(999_999_999).statusCode(404);
    }

    @Test
    void whatWasTouchedAgainStaysAsItIs() {
        putTask(shapes(drawing.box(0, 1), drawing.box(1, 1)));
        int changeSet = lastChangeSet();
        int id = drawing.read().extract().path("shapes[0].id");
        drawing.patch("update", shapes(withId(id, drawing.box(0, 40))));

        undo(changeSet).statusCode(200).body("kept", contains(id)).body("revisions", hasSize(1));

        drawing.read().body("shapes.id", contains(id)).body("shapes[0].points[0]", equalTo(40.0f));
        undo(changeSet).statusCode(200).body("revisions", empty());
    }

    @Test
    void theDeletionOfALabelIsOneChangeSet() {
        putTask(shapes(Drawing.box(drawing.person, 0, 1), Drawing.box(drawing.person, 7, 1), drawing.box(7, 30)));
        as(ALICE).delete("/api/labels/" + drawing.person).then().statusCode(204);

        as(ALICE)
                .get(drawing.taskPath() + "/revisions")
                .then()
                .body("results[0].kind", equalTo("label_deletion"))
                .body("results[0].deleted", equalTo(2))
                .body("results[0].jobs", hasSize(2));
        undo(lastChangeSet()).statusCode(200).body("left_out", hasSize(2)).body("revisions", empty());
    }

    @Test
    void aMovedTaskKeepsItsHistoryUnderTheNewLabels() throws SQLException {
        var coloured = drawing.box(0, 1);
        coloured.put("attributes", List.of(Map.of("spec_id", drawing.colour, "value", "blue")));
        putTask(shapes(coloured, drawing.box(1, 1), Drawing.box(drawing.person, 2, 1)));
        putTask(Map.of());
        putTask(shapes(drawing.box(3, 1)));
        var other = new Drawing(database, 1);
        drawing.execute("UPDATE label SET task_id = " + other.task + ", name = name || ' of old' WHERE id IN ("
                + drawing.car + "," + drawing.person + ")");
        drawing.execute("UPDATE label SET task_id = " + drawing.task + " WHERE id = " + other.car);

        QuarkusTransaction.requiringNew()
                .run(() -> relabelling.apply(
                        drawing.task,
                        ALICE_ID,
                        Map.of((long) drawing.car, (long) other.car),
                        Map.of((long) drawing.colour, (long) other.colour)));

        drawing.read().body("shapes.label_id", contains(other.car));
        drawing.restore(1).statusCode(200).body("left_out.label_id", contains(drawing.person));
        drawing.read()
                .body("shapes.label_id", contains(other.car, other.car))
                .body("shapes[0].attributes[0].spec_id", equalTo(other.colour))
                .body("shapes[0].attributes[0].value", equalTo("blue"));
    }

    @Test
    void framesThatShowOtherPicturesAreCleared() {
        putTask(shapes(drawing.box(0, 1), drawing.box(1, 1)));

        QuarkusTransaction.requiringNew().run(() -> replaced.fire(new FramesReplaced(drawing.task, List.of(1))));

        drawing.read().body("shapes.frame", contains(0));
        as(ALICE)
                .get(drawing.path() + "/revisions")
                .then()
                .body("results[0].kind", equalTo("honeypots"))
                .body("results[0].user", equalTo(null));
    }

    @Test
    void othersNeitherSeeChangeSetsNorUndoThem() {
        putTask(shapes(drawing.box(0, 1)));
        int changeSet = lastChangeSet();
        as(BOB).get(drawing.taskPath() + "/revisions").then().statusCode(403);
        as(BOB).post(drawing.taskPath() + "/revisions/" + changeSet + "/undo")
                .then()
                .statusCode(403);
    }
}
