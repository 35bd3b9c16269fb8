package io.limn.data.frame;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.limn.common.blob.BlobStore;
import io.limn.common.testing.Jwts;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.limn.data.media.image.TestPictures;
import io.limn.data.media.video.FrameCode;
import io.limn.data.media.video.FrameSize;
import io.limn.data.media.video.Mp4Boxes;
import io.limn.data.media.video.TestVideos;
import io.limn.data.testing.Folders;
import io.limn.data.testing.StubTaskService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = StubTaskService.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Folders.class, scope = TestResourceScope.GLOBAL)
class FrameResourcesTest {
    private static final String ANN = Jwts.user(601, "ann").bearer();

    @Inject
    StoredMedia media;

    @Inject
    DerivedMedia derived;

    @Inject
    BlobStore blobs;

    @ConfigProperty(name = "limn.services.task")
    String taskService;

    private long task;

    private byte[][] fivePictures() throws Exception {
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

    @Test
    void aChunkHoldsTheSourcesInOrder() throws Exception {
        byte[][] pictures = fivePictures();
        Response answer = get("/api/tasks/" + task + "/data?type=chunk&number=1&quality=original");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/zip");
        assertThat(answer.header("Content-Encoding")).isNull();
        byte[] body = answer.asByteArray();
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(body.length));
        assertThat(answer.header("X-Checksum")).isEqualTo(Long.toString(DerivedFile.checksum(body.length, body)));
        assertThat(answer.header("X-Updated-Date")).isEqualTo("2026-03-01T10:20:30.123456Z");
        Map<String, byte[]> entries = entries(body);
        assertThat(entries.keySet()).containsExactly("000000.png", "000001.png");
        assertThat(entries.get("000000.png")).isEqualTo(pictures[2]);
        assertThat(entries.get("000001.png")).isEqualTo(pictures[3]);
    }

    @Test
    void compressedIsTheDefaultAndHoldsJpegs() throws Exception {
        fivePictures();
        Map<String, byte[]> entries =
                entries(get("/api/tasks/" + task + "/data?type=chunk&number=2").asByteArray());
        assertThat(entries.keySet()).containsExactly("000000.jpeg");
        assertThat(TestPictures.read(entries.get("000000.jpeg")).getWidth()).isEqualTo(64);
    }

    @Test
    void jobsCountTheirOwnChunksAndKnowThoseOfTheTask() throws Exception {
        byte[][] pictures = fivePictures();
        jobPlan(PlanBuilder.pictures(task, 5).job(task, 1, 3));
        String data = "/api/jobs/" + task + "/data?quality=original&type=chunk";
        assertThat(entries(get(data + "&index=1").asByteArray()).values()).containsExactly(pictures[3]);
        assertThat(entries(get(data + "&number=0").asByteArray()).values()).containsExactly(pictures[1]);
        assertThat(entries(get(data + "&number=1").asByteArray()).values()).containsExactly(pictures[2], pictures[3]);
        refused(data + "&index=2").body("$", contains(outside(2, 0, 1)));
        refused(data + "&number=2").body("$", contains(outside(2, 0, 1)));
        refused(data).body("$", contains("Number or Index is not specified"));
        refused(data + "&number=0&index=0").body("$", contains("Number and Index cannot be used together"));
        refused("/api/jobs/" + task + "/data?type=frame&index=0").body("$", contains("Number is not specified"));
        text("/api/jobs/" + task + "/data?type=frame&number=0", "\"Incorrect requested frame number: 0\"");
    }

    @Test
    void aJobOfSomeFramesKeepsThePlacesOfOthersInTaskChunks() throws Exception {
        fivePictures();
        jobPlan(PlanBuilder.pictures(task, 5).selection(task, 1, 4));
        String data = "/api/jobs/" + task + "/data?type=chunk";
        Map<String, byte[]> own =
                entries(get(data + "&index=0&quality=original").asByteArray());
        assertThat(own.keySet()).containsExactly("000000.jpeg", "000001.jpeg");
        List<byte[]> whole =
                List.copyOf(entries(get(data + "&number=0").asByteArray()).values());
        assertThat(TestPictures.read(whole.get(0)).getWidth()).isEqualTo(1);
        assertThat(TestPictures.read(whole.get(1)).getWidth()).isEqualTo(61);
        assertThat(entries(get(data + "&number=2").asByteArray())).hasSize(1);
        refused(data + "&number=3").body("$", contains(outside(3, 0, 2)));
    }

    @Test
    void saysWhatIsWrongWithParameters() throws Exception {
        fivePictures();
        String data = "/api/tasks/" + task + "/data";
        refused(data).body("$", contains("Data type not specified or has wrong value"));
        refused(data + "?type=video&number=0").body("$", contains("Data type not specified or has wrong value"));
        refused(data + "?type=chunk").body("$", contains("Number is not specified"));
        refused(data + "?type=frame&number=0&quality=").body("$", contains("Wrong quality value"));
        text(data + "?type=chunk&number=-1", "\"" + outside(-1, 0, 2) + "\"");
        text(data + "?type=frame&number=5", "\"Invalid frame '5'. The frame number should be in the [0, 5] range\"");
        assertThat(get(data + "?type=frame&number=x").statusCode()).isEqualTo(400);
    }

    @Test
    void framesComeInTheirQuality() throws Exception {
        byte[][] pictures = fivePictures();
        Response original = get("/api/tasks/" + task + "/data?type=frame&number=3&quality=original");
        assertThat(original.contentType()).isEqualTo("image/png");
        assertThat(original.header("Content-Length")).isEqualTo(Integer.toString(pictures[3].length));
        assertThat(original.asByteArray()).isEqualTo(pictures[3]);
        Response compressed = get("/api/tasks/" + task + "/data?type=frame&number=3");
        assertThat(compressed.contentType()).isEqualTo("image/jpeg");
        assertThat(TestPictures.read(compressed.asByteArray()).getWidth()).isEqualTo(63);
    }

    @Test
    void turnedPicturesAreUprightInBothQualities() throws Exception {
        task = media.pictures(List.of(new StoredMedia.File("a.jpg", TestPictures.turnedJpeg(80, 40, 6))));
        taskPlan(PlanBuilder.pictures(task, 1));
        for (String quality : List.of("original", "compressed")) {
            byte[] frame = get("/api/tasks/" + task + "/data?type=frame&number=0&quality=" + quality)
                    .asByteArray();
            assertThat(TestPictures.read(frame).getWidth()).isEqualTo(40);
        }
        given().header("Authorization", ANN)
                .get("/api/tasks/" + task + "/data/meta")
                .then()
                .statusCode(200)
                .body("frames[0].width", equalTo(40))
                .body("frames[0].height", equalTo(80));
    }

    @Test
    void videosComeAsVideosAndTheirFramesAsPngs() throws Exception {
        task = media.video("clip.mp4", TestVideos.h264().frames(30).bytes());
        taskPlan(PlanBuilder.video(task, 30));
        Response answer = get("/api/tasks/" + task + "/data?type=chunk&number=3");
        assertThat(answer.contentType()).isEqualTo("video/mp4");
        Mp4Boxes boxes = new Mp4Boxes(answer.asByteArray());
        assertThat(boxes.only("stsz").at(8)).isEqualTo(6);
        assertThat(boxes.size()).isEqualTo(new FrameSize(96, 64));
        for (String quality : List.of("original", "compressed")) {
            Response frame = get("/api/tasks/" + task + "/data?type=frame&number=17&quality=" + quality);
            assertThat(frame.contentType()).isEqualTo("image/png");
            assertThat(FrameCode.read(frame.asByteArray())).isEqualTo(17);
        }
        given().header("Authorization", ANN)
                .get("/api/tasks/" + task + "/data/meta")
                .then()
                .statusCode(200)
                .body("frames", hasSize(1))
                .body("frames[0].name", equalTo("clip.mp4"))
                .body("chapters", hasSize(0));
    }

    @Test
    void videosCanComeAsPictures() throws Exception {
        task = media.video("clip.mp4", TestVideos.h264().frames(30).bytes());
        taskPlan(PlanBuilder.video(task, 5)
                .with("compressed_chunk_type", "imageset")
                .with("start_frame", 5)
                .with("stop_frame", 21)
                .with("step", 4));
        List<byte[]> frames = List.copyOf(
                entries(get("/api/tasks/" + task + "/data?type=chunk&number=0").asByteArray())
                        .values());
        List<Integer> numbers = new ArrayList<>();
        for (byte[] frame : frames) {
            numbers.add(FrameCode.read(frame));
        }
        assertThat(numbers).containsExactly(5, 9, 13, 17, 21);
        assertThat(get("/api/tasks/" + task + "/data?type=frame&number=4").contentType())
                .isEqualTo("image/jpeg");
    }

    @Test
    void contextImagesAreNamedBelowTheirCommonFolder() throws Exception {
        task = media.pictures(List.of(
                new StoredMedia.File("a/1.png", TestPictures.of("png", 60, 40)),
                new StoredMedia.File("a/2.png", TestPictures.of("png", 61, 40))));
        media.related(
                task,
                0,
                List.of(
                        new StoredMedia.File("a/related_images/1_png/back.jpg", TestPictures.jpeg(30, 20)),
                        new StoredMedia.File("a/related_images/1_png/front.png", TestPictures.of("png", 30, 20))));
        taskPlan(PlanBuilder.pictures(task, 2));
        String data = "/api/tasks/" + task + "/data?type=context_image&number=";
        assertThat(entries(get(data + 0).asByteArray()).keySet()).containsExactly("back.jpg", "front.jpg");
        assertThat(get(data + 1).asByteArray()).hasSize(22);
    }

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

    @Test
    void manyWhoAskAtOnceGetTheSameBytes() throws Exception {
        fivePictures();
        String path = "/api/tasks/" + task + "/data?type=chunk&number=0";
        List<Callable<byte[]>> clients = Stream.generate(
                        () -> (Callable<byte[]>) () -> get(path).asByteArray())
                .limit(12)
                .toList();
        try (var threads = Executors.newFixedThreadPool(12)) {
            byte[] first = get(path).asByteArray();
            for (var answer : threads.invokeAll(clients)) {
                assertThat(answer.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void derivedBytesAreStoredForAllReplicasAndDroppedWithTheMedia() throws Exception {
        fivePictures();
        get("/api/tasks/" + task + "/data?type=chunk&number=0");
        try (var keys = blobs.list("derived/" + task + "/")) {
            assertThat(keys).hasSize(1);
        }
        QuarkusTransaction.requiringNew().run(() -> derived.dropMedia(task));
        assertThat(get("/api/tasks/" + task + "/data?type=chunk&number=0").statusCode())
                .isEqualTo(200);
    }

    private void taskPlan(PlanBuilder plan) {
        for (String scope : List.of("view:data", "view:metadata", "view")) {
            teach("GET", "/internal/tasks/" + task + "/plan?scope=" + scope, 200, plan.build());
        }
    }

    private void jobPlan(PlanBuilder plan) {
        for (String scope : List.of("view:data", "view:metadata", "view")) {
            teach("GET", "/internal/jobs/" + task + "/plan?scope=" + scope, 200, plan.build());
        }
    }

    private void teach(String method, String path, int status, Map<String, ?> body) {
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

    private static Response get(String path) {
        return given().header("Authorization", ANN).get(path);
    }

    private static ValidatableResponse refused(String path) {
        return get(path).then().statusCode(400).contentType("application/vnd.cvat+json");
    }

    private static void text(String path, String body) {
        Response answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).isEqualTo(body);
    }

    private static String outside(int number, int first, int last) {
        return "Invalid chunk number '" + number + "'. The chunk number should be in the [" + first + ", " + last
                + "] range";
    }

    private static Map<String, byte[]> entries(byte[] archive) throws Exception {
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
