package io.limn.task.annotation;

import static io.limn.task.annotation.Drawing.ALICE;
import static io.limn.task.annotation.Drawing.as;
import static io.limn.task.annotation.Drawing.shapes;
import static io.limn.task.annotation.Drawing.withId;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.limn.task.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EntityTagTest extends ApiTest {
    @Inject
    DataSource database;

    private Drawing drawing;

    @BeforeEach
    void aJob() throws SQLException {
        drawing = new Drawing(database, 2);
    }

    @Test
    void theTagIsTheRevisionAndSparesAReader() {
        drawing.read().header("ETag", "\"0\"");
        drawing.put(shapes(drawing.box(0, 1))).header("ETag", "\"1\"");
        drawing.patch("create", Map.of()).header("ETag", "\"1\"");

        drawing.read().header("ETag", "\"1\"");
        for (var known : new String[] {"\"1\"", "W/\"1\"", "\"1-gzip\"", "\"0\", \"1\"", "*"}) {
            as(ALICE)
                    .header("If-None-Match", known)
                    .get(drawing.path())
                    .then()
                    .statusCode(304)
                    .header("ETag", "\"1\"");
        }
        as(ALICE).header("If-None-Match", "\"0\"").get(drawing.path()).then().statusCode(200);
    }

    @Test
    void aSaveUponAnOldRevisionIsRefusedAndTellsWhoSaved() {
        int id = drawing.put(shapes(drawing.box(0, 1), drawing.box(1, 1)))
                .extract()
                .path("shapes[0].id");
        int added = drawing.patch("create", shapes(drawing.box(2, 1))).extract().path("shapes[0].id");
        drawing.patch("update", shapes(withId(id, drawing.box(0, 4))));

        as(ALICE)
                .header("If-Match", "\"1\"")
                .body(shapes())
                .put(drawing.path())
                .then()
                .statusCode(412)
                .body("revision", equalTo(3))
                .body("changes.number", contains(2, 3))
                .body("changes.kind", contains("create", "update"))
                .body("changes.user.username", contains("alice", "alice"))
                .body("changes[0].created_ids", contains(added))
                .body("changes[1].updated_ids", contains(id))
                .body("changes[1].deleted_ids", empty());
        as(ALICE).header("If-Match", "\"1-gzip\"").delete(drawing.path()).then().statusCode(412);
        as(ALICE)
                .header("If-Match", "\"other\"")
                .queryParam("action", "create")
                .body(shapes(drawing.box(0, 1)))
                .patch(drawing.path())
                .then()
                .statusCode(412)
                .body("changes", empty());
        drawing.read().body("shapes", hasSize(3));

        as(ALICE)
                .header("If-Match", "\"3-gzip\"")
                .delete(drawing.path())
                .then()
                .statusCode(204)
                .header("ETag", "\"4\"");
        as(ALICE).header("If-Match", "*").delete(drawing.path()).then().statusCode(204);
    }

    @Test
    void theTagOfATaskMovesWithEachOfItsJobs() {
        var empty = as(ALICE)
                .get(drawing.taskPath())
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        int id = drawing.put(shapes(drawing.box(0, 1))).extract().path("shapes[0].id");
        var one = as(ALICE)
                .header("If-None-Match", empty)
                .get(drawing.taskPath())
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(empty)))
                .extract()
                .header("ETag");

        as(ALICE).header("If-None-Match", one).get(drawing.taskPath()).then().statusCode(304);
        as(ALICE)
                .header("If-Match", empty)
                .body(shapes())
                .put(drawing.taskPath())
                .then()
                .statusCode(412)
                .body("changes.job", contains((int) drawing.job()))
                .body("changes.user.username", contains("alice"))
                .body("changes[0].created_ids", contains(id));
        as(ALICE)
                .header("If-Match", one)
                .body(shapes(drawing.box(7, 1)))
                .put(drawing.taskPath())
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(one)));
        as(ALICE).get(drawing.taskPath()).then().body("shapes.frame", contains(7));
    }
}
