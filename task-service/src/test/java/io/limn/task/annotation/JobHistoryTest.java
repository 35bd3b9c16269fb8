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
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobHistoryTest extends ApiTest {
    @Inject
    DataSource database;

    private Drawing drawing;

    @BeforeEach
    void aJob() throws SQLException {
        drawing = new Drawing(database, 1);
    }

    @Test
    void everySaveIsListedWithItsAuthorAndCounts() {
        int first = drawing.put(shapes(drawing.box(0, 1), drawing.box(1, 1)))
                .extract()
                .path("shapes[0].id");
        drawing.patch("update", shapes(withId(first, drawing.box(2, 5))));
        drawing.patch("delete", shapes(withId(first, drawing.box(2, 5))));
        drawing.patch("create", Map.of());

        as(ALICE)
                .get(drawing.path() + "/revisions")
                .then()
                .statusCode(200)
                .body("count", equalTo(3))
                .body("results.number", contains(3, 2, 1))
                .body("results.kind", contains("delete", "update", "replace"))
                .body("results.created", contains(0, 0, 2))
                .body("results.updated", contains(0, 1, 0))
                .body("results.deleted", contains(1, 0, 0))
                .body("results[0].user.username", equalTo("alice"));
        as(ALICE)
                .queryParam("page_size", 2)
                .get(drawing.path() + "/revisions")
                .then()
                .body("results", hasSize(2))
                .body("next", org.hamcrest.Matchers.containsString("page=2"));
    }

    @Test
    void everyRevisionIsReadAsItWas() {
        int id = drawing.put(shapes(drawing.box(0, 1), drawing.box(1, 1)))
                .extract()
                .path("shapes[0].id");
        var first = drawing.read().extract().asString();
        drawing.patch("update", shapes(withId(id, drawing.box(3, 7))));
        var second = drawing.read().extract().asString();
        drawing.put(Map.of());

        assertThat(drawing.revision(1).statusCode(200).extract().asString()).isEqualTo(first);
        assertThat(drawing.revision(2).statusCode(200).extract().asString()).isEqualTo(second);
        drawing.revision(3).statusCode(200).body("shapes", empty());
        drawing.revision(0).statusCode(200).body("shapes", empty());
        drawing.revision(4).statusCode(404);
        drawing.revision(2).header("ETag", "\"2\"");
    }

    @Test
    void revisionsAreComparedById() {
        var saved = drawing.put(shapes(drawing.box(0, 1), drawing.box(1, 1), drawing.box(2, 1)))
                .extract();
        int changed = saved.path("shapes[0].id");
        int removed = saved.path("shapes[1].id");
        drawing.patch("update", shapes(withId(changed, drawing.box(3, 7))));
        drawing.patch("delete", shapes(withId(removed, drawing.box(1, 1))));
        int added = drawing.patch("create", shapes(drawing.box(4, 1))).extract().path("shapes[0].id");

        compare(1, 4)
                .statusCode(200)
                .body("created", contains(added))
                .body("updated", contains(changed))
                .body("deleted", contains(removed));
        compare(4, 1).body("created", contains(removed)).body("deleted", contains(added));
        compare(2, 2).body("created", empty()).body("updated", empty()).body("deleted", empty());
        compare(1, 9).statusCode(404);
    }

    private io.restassured.response.ValidatableResponse compare(long from, long to) {
        return as(ALICE)
                .get(drawing.path() + "/revisions/" + from + "/compare/" + to)
                .then();
    }

    @Test
    void aRestoredRevisionIsANewOneThatEqualsTheOld() {
        int id = drawing.put(shapes(drawing.box(0, 1), drawing.box(1, 1)))
                .extract()
                .path("shapes[0].id");
        var first = drawing.read().extract().asString();
        drawing.patch("update", shapes(withId(id, drawing.box(3, 7))));
        drawing.patch("create", shapes(drawing.box(4, 1)));
        var third = drawing.read().extract().asString();

        drawing.restore(1)
                .statusCode(200)
                .body("revisions[0].number", equalTo(4))
                .body("revisions[0].kind", equalTo("restore"))
                .body("revisions[0].updated", equalTo(1))
                .body("revisions[0].deleted", equalTo(1))
                .body("left_out", empty());
        assertThat(drawing.read().header("ETag", "\"4\"").extract().asString()).isEqualTo(first);

        drawing.restore(3).statusCode(200);
        assertThat(drawing.read().extract().asString()).isEqualTo(third);
        drawing.restore(17).statusCode(404);
    }

    @Test
    void objectsOfDeletedLabelsAreNamedAndLeftOut() {
        drawing.put(shapes(drawing.box(0, 1), Drawing.box(drawing.person, 1, 1)));
        as(ALICE).delete("/api/labels/" + drawing.person).then().statusCode(204);

        as(ALICE)
                .get(drawing.path() + "/revisions")
                .then()
                .body("results.kind", contains("label_deletion", "replace"))
                .body("results[0].deleted", equalTo(1))
                .body("results[0].user.username", equalTo("alice"));
        drawing.read().header("ETag", "\"2\"").body("shapes", hasSize(1));
        drawing.restore(1)
                .statusCode(200)
                .body("left_out", hasSize(1))
                .body("left_out[0].label_id", equalTo(drawing.person))
                .body("left_out[0].frame", equalTo(1));
        drawing.read().body("shapes.label_id", contains(drawing.car));
    }

    @Test
    void aNewAttributeMakesARevisionSinceItsDefaultShows() {
        drawing.put(shapes(drawing.box(0, 1)));
        var attribute = Map.of(
                "name",
                "size",
                "mutable",
                false,
                "input_type",
                "text",
                "default_value",
                "big",
                "values",
                java.util.List.of());

        as(ALICE)
                .body(Map.of("attributes", java.util.List.of(attribute)))
                .patch("/api/labels/" + drawing.car)
                .then()
                .statusCode(200);

        drawing.read().header("ETag", "\"2\"").body("shapes[0].attributes.value", contains("red", "big"));
    }

    @Test
    void othersNeitherReadTheHistoryNorGoBack() {
        drawing.put(shapes(drawing.box(0, 1)));
        as(BOB).get(drawing.path() + "/revisions").then().statusCode(403);
        as(BOB).get(drawing.path() + "/revisions/1").then().statusCode(403);
        as(BOB).get(drawing.path() + "/revisions/1/compare/0").then().statusCode(403);
        as(BOB).post(drawing.path() + "/revisions/1/restore").then().statusCode(403);
        as(ALICE).get("/api/jobs/999999999/annotations/revisions").then().statusCode(404);
    }

    @Test
    void anIdComesBackAfterItsRemoval() {
        int id = drawing.put(shapes(drawing.box(0, 1))).extract().path("shapes[0].id");
        drawing.put(Map.of());

        drawing.patch("update", shapes(withId(id, drawing.box(0, 3)))).body("shapes[0].id", equalTo(id));
        drawing.read().body("shapes.id", contains(id));
    }
}
