package io.limn.data.frame;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.limn.data.media.image.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetadataTest extends FrameTest {
    @Test
    void metadataListsFramesAndWhatBelongsToThem() throws Exception {
        fivePictures();
        jobPlan(PlanBuilder.pictures(task, 5).selection(task, 1, 4).with("deleted_frames", List.of(1)));
        given().header("Authorization", ANN)
                .get("/api/jobs/" + task + "/data/meta")
                .then()
                .statusCode(200)
                .contentType("application/vnd.cvat+json")
                .body("chapters", nullValue())
                .body("chunks_updated_date", equalTo("2026-03-01T10:20:30.123456Z"))
                .body("size", equalTo(2))
                .body("start_frame", equalTo(0))
                .body("stop_frame", equalTo(4))
                .body(
                        "frames.name",
                        contains("placeholder.jpg", "frame_1.png", "placeholder.jpg", "placeholder.jpg", "frame_4.png"))
                .body("frames.width", contains(60, 61, 62, 63, 64))
                .body("frames.has_related_context", contains(false, false, false, false, false))
                .body("included_frames", contains(1, 4))
                .body("deleted_frames", contains(1))
                .body("storage", equalTo("local"))
                .body("cloud_storage_id", nullValue());
    }

    @Test
    void changesOfMetadataAreAnsweredWithAllOfIt() throws Exception {
        fivePictures();
        teach(
                "PATCH",
                "/internal/jobs/" + task + "/meta",
                200,
                PlanBuilder.pictures(task, 5)
                        .job(task, 0, 2)
                        .with("deleted_frames", List.of(0, 2))
                        .build());
        given().header("Authorization", ANN)
                .contentType(ContentType.JSON)
                .body(Map.of("deleted_frames", List.of(2, 0)))
                .patch("/api/jobs/" + task + "/data/meta")
                .then()
                .statusCode(200)
                .body("deleted_frames", contains(0, 2))
                .body("frames", hasSize(3));
    }

    @Test
    void metadataTakesNoOtherMethods() {
        for (String owner : List.of("tasks", "jobs")) {
            given().header("Authorization", ANN)
                    .noFilters()
                    .put("/api/" + owner + "/1/data/meta")
                    .then()
                    .statusCode(405);
        }
    }

    @Test
    void refusalsOfTheOwnerArePassedOn() {
        Map<String, String> refusal = Map.of("detail", "You do not have permission to perform this action.");
        teach("GET", "/internal/tasks/77/plan?scope=view:data", 403, refusal);
        teach("GET", "/internal/tasks/77/plan?scope=view", 403, refusal);
        for (String path : List.of("data?type=chunk&number=0", "preview")) {
            given().header("Authorization", ANN)
                    .get("/api/tasks/77/" + path)
                    .then()
                    .statusCode(403)
                    .body("detail", equalTo("You do not have permission to perform this action."));
        }
        given().get("/api/tasks/77/preview").then().statusCode(401);
        given().header("Authorization", ANN)
                .get("/api/tasks/99999/data?type=chunk&number=0")
                .then()
                .statusCode(404)
                .body("detail", equalTo("No Task matches the given query."));
    }

    @Test
    void previewsFitIntoASquare() throws Exception {
        task = media.pictures(List.of(new StoredMedia.File("a.png", TestPictures.of("png", 400, 200))));
        taskPlan(PlanBuilder.pictures(task, 1));
        jobPlan(PlanBuilder.pictures(task, 1).job(task, 0, 0));
        teach("GET", "/internal/projects/" + task + "/newest-task?scope=view", 200, Map.of("task_id", task));
        for (String owner : List.of("tasks", "jobs", "projects")) {
            Response answer = get("/api/" + owner + "/" + task + "/preview");
            assertThat(answer.contentType()).isEqualTo("image/jpeg");
            assertThat(TestPictures.read(answer.asByteArray()).getWidth()).isEqualTo(256);
        }
        assertThat(get("/api/tasks/" + task + "/data?type=preview").contentType())
                .isEqualTo("image/jpeg");
        teach("GET", "/internal/projects/78/newest-task?scope=view", 200, new LinkedHashMap<>());
        Response none = get("/api/projects/78/preview");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.asString()).isEqualTo("Project image preview not found");
    }
}
