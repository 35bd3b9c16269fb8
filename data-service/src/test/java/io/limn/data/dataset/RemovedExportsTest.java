package io.limn.data.dataset;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.limn.data.DataTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RemovedExportsTest extends DataTest {
    @ParameterizedTest
    @CsvSource({
        "projects/5/dataset?format=COCO+1.0, projects/id/dataset/export?save_images=True",
        "tasks/5/dataset, tasks/id/dataset/export?save_images=True",
        "jobs/5/dataset, jobs/id/dataset/export?save_images=True",
        "projects/5/backup, projects/id/backup/export.",
        "tasks/5/backup, tasks/id/backup/export.",
        "projects/5/dataset?action=import_status, The common requests API should be used instead"
    })
    void whereExportsWereMadeSaysWhereTheyAreNow(String path, String text) {
        as(ALICE)
                .get("/api/" + path)
                .then()
                .statusCode(410)
                .contentType("text/html")
                .body(containsString(text));
        given().get("/api/" + path).then().statusCode(401);
    }

    @Test
    void importsAreNoLongerWatchedWhereTheyBegin() {
        as(ALICE)
                .post("/api/tasks/backup?rq_id=x")
                .then()
                .statusCode(410)
                .body(containsString("no longer supports checking the status"));
        as(ALICE).post("/api/projects/backup?rq_id=x").then().statusCode(410);
        as(ALICE).post("/api/tasks/backup").then().statusCode(404);
    }
}
