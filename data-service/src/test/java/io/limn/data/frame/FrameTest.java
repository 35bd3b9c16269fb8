package io.limn.data.frame;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.blob.BlobStore;
import io.limn.common.testing.Jwts;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.limn.data.media.image.TestPictures;
import io.limn.data.testing.Folders;
import io.limn.data.testing.StubTaskService;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service with stored media and a task-service that says what a test has taught it. */
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = StubTaskService.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Folders.class, scope = TestResourceScope.GLOBAL)
abstract class FrameTest {
    static final String ANN = Jwts.user(601, "ann").bearer();

    @Inject
    StoredMedia media;

    @Inject
    DerivedMedia derived;

    @Inject
    BlobStore blobs;

    @ConfigProperty(name = "limn.services.task")
    String taskService;

    long task;

    byte[][] fivePictures() throws Exception {
        byte[][] pictures = new byte[5][];
        List<StoredMedia.File> files = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            pictures[i] = TestPictures.of("png", 60 + i, 48);
            files.add(new StoredMedia.File("frame_" + i + ".png", pictures[i]));
        }
        task = media.pictures(files);
        taskPlan(PlanBuilder.pictures(task, 5));
        return pictures;
    }

    void taskPlan(PlanBuilder plan) {
        for (String scope : List.of("view:data", "view:metadata", "view")) {
            teach("GET", "/internal/tasks/" + task + "/plan?scope=" + scope, 200, plan.build());
        }
    }

    void jobPlan(PlanBuilder plan) {
        for (String scope : List.of("view:data", "view:metadata", "view")) {
            teach("GET", "/internal/jobs/" + task + "/plan?scope=" + scope, 200, plan.build());
        }
    }

    void teach(String method, String path, int status, Map<String, ?> body) {
        given().noFilters()
                .urlEncodingEnabled(false)
                .header("X-Method", method)
                .header("X-Status", status)
                .contentType(ContentType.JSON)
                .body(body)
                .put(taskService + path)
                .then()
                .statusCode(204);
    }

    static Response get(String path) {
        return given().header("Authorization", ANN).get(path);
    }

    static ValidatableResponse refused(String path) {
        return get(path).then().statusCode(400).contentType("application/vnd.cvat+json");
    }

    static void text(String path, String body) {
        Response answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).isEqualTo(body);
    }

    static String outside(int number, int first, int last) {
        return "Invalid chunk number '" + number + "'. The chunk number should be in the [" + first + ", " + last
                + "] range";
    }

    static Map<String, byte[]> entries(byte[] archive) throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getMethod()).as("method of " + entry).isIn(ZipEntry.STORED, ZipEntry.DEFLATED);
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
