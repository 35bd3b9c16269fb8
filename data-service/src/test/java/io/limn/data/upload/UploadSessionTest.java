package io.limn.data.upload;

import static org.hamcrest.Matchers.equalTo;

import io.limn.common.testing.Media;
import io.limn.data.DataTest;
import io.limn.data.testing.UploadAnswers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UploadSessionTest extends DataTest {
    @Test
    void aSessionStartsWhateverItsBodyIs() {
        long task = newTask();

        as(ALICE)
                .header("Upload-Start", "true")
                .post(data(task))
                .then()
                .statusCode(202)
                .body(Matchers.emptyString());
        as(ALICE)
                .header("Upload-Start", "")
                .contentType(ContentType.JSON)
                .body("{\"image_quality\": \"rubbish\"}")
                .post(data(task) + "/")
                .then()
                .statusCode(202);
    }

    @Test
    void aBatchNeedsAQualityAndMayBeEmpty() {
        long task = newTask();

        as(ALICE)
                .header("Upload-Multiple", "true")
                .multiPart("client_files[0]", "a.png", Media.png(8, 8, 1))
                .post(data(task))
                .then()
                .statusCode(400)
                .body("image_quality[0]", equalTo("This field is required."));
        as(ALICE)
                .header("Upload-Multiple", "true")
                .multiPart("image_quality", "70")
                .post(data(task))
                .then()
                .statusCode(200)
                .body(Matchers.emptyString());
    }

    @Test
    void aNameIsTakenOnceInASession() {
        long task = newTask();

        append(task, "a.png").then().statusCode(200);
        append(task, "a.png").then().statusCode(409).body(equalTo("\"File with same name already exists\""));
        append(task, "b.png").then().statusCode(200);
    }

    @Test
    void anEmptyFormIsNoBody() {
        as(ALICE)
                .header("Upload-Finish", "true")
                .header("Content-Type", "multipart/form-data; boundary=----x")
                .body("------x--\r\n".getBytes())
                .post(data(newTask()))
                .then()
                .statusCode(400)
                .body("image_quality[0]", equalTo("This field is required."));
    }

    @Test
    void aFinishStartsTheCreationAndASecondOneIsTold() {
        long task = newTask();
        append(task, "a.png").then().statusCode(200);
        var id = "action=create&target=task&target_id=" + task;

        finish(task).then().statusCode(202).body("rq_id", equalTo(id));
        finish(task).then().statusCode(409).body("rq_id", equalTo(id));
    }

    @Test
    void aFinishOfAnotherOrderNamesTheDifference() {
        long task = newTask();
        append(task, "a.png").then().statusCode(200);
        append(task, "c.png").then().statusCode(200);

        as(ALICE)
                .header("Upload-Finish", "true")
                .contentType(ContentType.JSON)
                .body(Map.of("image_quality", 70, "sorting_method", "predefined", "upload_file_order", new String[] {
                    "a.png", "b.png"
                }))
                .post(data(task))
                .then()
                .statusCode(400)
                .body("[0]", Matchers.endsWith("Mismatching files: c.png (extra), b.png (missing)"));
    }

    @Test
    void refusalsOfTheTaskArePassedOn() {
        as(ALICE)
                .post(data(UploadAnswers.MISSING))
                .then()
                .statusCode(404)
                .body("detail", equalTo("No Task matches the given query."));
        as(ALICE).post(data(UploadAnswers.FORBIDDEN)).then().statusCode(403);
        as(ALICE).options(data(UploadAnswers.FORBIDDEN)).then().statusCode(204);
        as(ALICE).post(data(UploadAnswers.HAS_DATA)).then().statusCode(400);
        as(ALICE)
                .options(data(UploadAnswers.HAS_DATA))
                .then()
                .statusCode(400)
                .body(equalTo("\"Adding more data is not supported\""));
    }

    @Test
    void otherTypesAndMethodsAreRefused() {
        long task = newTask();

        as(ALICE)
                .contentType("text/plain")
                .body("70")
                .post(data(task))
                .then()
                .statusCode(415)
                .body("detail", Matchers.startsWith("Unsupported media type \"text/plain"));
        as(ALICE)
                .contentType(ContentType.JSON)
                .body("{\"image_quality\": 70")
                .post(data(task))
                .then()
                .statusCode(400)
                .body("detail", Matchers.startsWith("JSON parse error"));
        as(ALICE)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .body("no form".getBytes())
                .post(data(task))
                .then()
                .statusCode(400);
        as(ALICE).delete(data(task)).then().statusCode(405);
    }

    private static io.restassured.response.Response append(long task, String name) {
        return as(ALICE)
                .header("Upload-Multiple", "true")
                .multiPart("image_quality", "70")
                .multiPart("client_files[0]", name, Media.png(8, 8, 1))
                .post(data(task));
    }

    private static io.restassured.response.Response finish(long task) {
        return as(ALICE)
                .header("Upload-Finish", "true")
                .contentType(ContentType.JSON)
                .body("{\"image_quality\": 70}")
                .post(data(task));
    }
}
