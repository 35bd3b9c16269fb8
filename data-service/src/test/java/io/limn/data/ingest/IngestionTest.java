package io.limn.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.testing.EventTap;
import io.limn.common.testing.Jwts;
import io.limn.common.testing.Media;
import io.limn.data.DataTest;
import io.limn.data.media.SourceIndex;
import io.limn.data.testing.UploadAnswers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class IngestionTest extends DataTest {
    private static EventTap events;
    private static EventTap tasks;

    @Inject
    SourceIndex index;

    @BeforeAll
    static void listen() {
        events = EventTap.of("limn.data");
        tasks = EventTap.of("limn.task");
    }

    @AfterAll
    static void stop() {
        events.close();
        tasks.close();
    }

    @Test
    void picturesBecomeFramesInNameOrder() throws IOException {
        long task = newTask();
        var first = Media.png(60, 48, 1);

        upload(task, ordered("b.png", Media.png(61, 48, 2), "a.png", first))
                .then()
                .statusCode(202);

        var data = processed(task);
        assertThat(data.path("mode").asText()).isEqualTo("annotation");
        assertThat(data.path("size").asInt()).isEqualTo(2);
        assertThat(data.path("chunk_size").asInt()).isEqualTo(72);
        assertThat(data.path("compressed_chunk_type").asText()).isEqualTo("imageset");
        long record = data.path("data_id").asLong();
        var pictures = index.pictures(record, List.of(0, 1, 2));
        assertThat(pictures).hasSize(2);
        assertThat(pictures.get(0)).isEqualTo(new SourceIndex.Picture(0, "a.png", 60, 48, List.of()));
        assertThat(pictures.get(1).name()).isEqualTo("b.png");
        try (var bytes = index.openPicture(record, 0)) {
            assertThat(bytes.readUpTo(0, first.length + 1)).isEqualTo(first);
        }
    }

    @Test
    void aRequestEndsWithWhatTheTaskSays() {
        long task = newTask();
        upload(task, Map.of("a.png", Media.png(8, 8, 1))).then().statusCode(202);
        var data = processed(task);
        assertThat(awaitCreation(task, "started").getString("operation.type")).isEqualTo("create:task");

        tell(
                task,
                "task.ready",
                Map.of("task_id", task, "request_id", data.path("request_id").asLong(), "jobs", 1));

        var ended = awaitCreation(task, "finished");
        assertThat(ended.getString("message")).isEmpty();
        assertThat(ended.getString("created_date")).isLessThan(ended.getString("started_date"));
        assertThat(ended.getString("started_date")).isLessThan(ended.getString("finished_date"));
        assertThat(ended.getString("finished_date")).isLessThan(ended.getString("expiry_date"));
        assertThat(index.find(data.path("data_id").asLong())).isPresent();
    }

    @Test
    void aRefusalOfTheTaskFailsTheRequestAndTheDataCanBeSentAgain() {
        long task = newTask();
        upload(task, Map.of("a.png", Media.png(8, 8, 1))).then().statusCode(202);
        var data = processed(task);

        tell(
                task,
                "task.rejected",
                Map.of("task_id", task, "request_id", data.path("request_id").asLong(), "message", "Too many jobs"));

        assertThat(awaitCreation(task, "failed").getString("message")).isEqualTo("Too many jobs");
        assertThat(index.find(data.path("data_id").asLong())).isEmpty();
        as(ALICE)
                .contentType(ContentType.JSON)
                .body("{\"image_quality\": 60}")
                .post(data(task))
                .then()
                .statusCode(202);
        assertThat(processed(task).path("image_quality").asInt()).isEqualTo(60);
    }

    @Test
    void nothingIsDoneForAUserWhoIsNotActiveAnyMore() throws IOException {
        long task = newTask();
        as(Jwts.user(UploadAnswers.GONE, "gone"))
                .multiPart("image_quality", "70")
                .multiPart("client_files[0]", "a.png", Media.png(8, 8, 1))
                .post(data(task))
                .then()
                .statusCode(202);
        assertThat(awaitCreation(task, "failed").getString("message"))
                .isEqualTo("The user who asked for it is not active any more");
    }

    @Test
    void aTaskThatIsGoneTakesItsDataAlong() {
        long task = newTask();
        upload(task, Map.of("a.png", Media.png(8, 8, 1))).then().statusCode(202);
        var record = processed(task).path("data_id").asLong();

        tell(task, "task.purged", Map.of("task_id", task, "data_id", record));

        await().until(() -> index.find(record).isEmpty());
        creation(task).then().statusCode(404);
    }

    @Test
    void aRangeIsTakenOfTheFrames() {
        long task = newTask();
        var request = as(ALICE)
                .multiPart("image_quality", "70")
                .multiPart("start_frame", "2")
                .multiPart("stop_frame", "9")
                .multiPart("frame_filter", "step=3");
        for (int i = 0; i < 10; i++) {
            request.multiPart("client_files[" + i + "]", "frame_" + i + ".png", Media.png(20 + i, 20, i));
        }
        request.post(data(task)).then().statusCode(202);

        var data = processed(task);
        assertThat(data.path("size").asInt()).isEqualTo(3);
        assertThat(data.path("start_frame").asInt()).isEqualTo(2);
        assertThat(data.path("stop_frame").asInt()).isEqualTo(8);
        assertThat(data.path("source_count").asInt()).isEqualTo(10);
    }

    @Test
    void anArchiveIsUnpackedWithoutItsLitter() throws IOException {
        long task = newTask();
        var deep = Media.png(42, 30, 3);
        var archive = Media.zip(ordered(
                "b/2.png", Media.png(40, 30, 1),
                "a/deep/3.png", deep,
                "notes.txt", "hello".getBytes(StandardCharsets.UTF_8),
                "__MACOSX/._1.png", "x".getBytes(StandardCharsets.UTF_8),
                "../../out.png", Media.png(44, 30, 1)));

        upload(task, Map.of("pack.ZIP", archive)).then().statusCode(202);

        long record = processed(task).path("data_id").asLong();
        assertThat(index.pictures(record, List.of(0, 1, 2, 3)).values())
                .extracting(SourceIndex.Picture::name)
                .containsExactly("a/deep/3.png", "b/2.png", "out.png");
        try (var bytes = index.openPicture(record, 0)) {
            assertThat(bytes.readUpTo(0, deep.length)).isEqualTo(deep);
        }
    }

    @Test
    void relatedPicturesAreNoFrames() {
        long task = newTask();
        var archive = Media.zip(ordered(
                "a.png", Media.png(40, 30, 1),
                "related_images/a_png/left.png", Media.png(20, 30, 1),
                "related_images/a_png/back.png", Media.png(21, 30, 1),
                "related_images/z_png/other.png", Media.png(22, 30, 1)));

        upload(task, Map.of("pack.zip", archive)).then().statusCode(202);

        var pictures = index.pictures(processed(task).path("data_id").asLong(), List.of(0, 1));
        assertThat(pictures).hasSize(1);
        assertThat(pictures.get(0).related())
                .containsExactly("related_images/a_png/back.png", "related_images/a_png/left.png");
    }

    @Test
    void aMappingGivesOrderAndJobs() {
        long task = newTask();
        var request = as(ALICE).header("Upload-Multiple", "true").multiPart("image_quality", "70");
        for (var name : List.of("a", "b", "c", "d")) {
            request.multiPart("client_files[" + (name.charAt(0) - 'a') + "]", name + ".png", Media.png(9, 9, 1));
        }
        request.post(data(task)).then().statusCode(200);
        as(ALICE)
                .contentType(ContentType.JSON)
                .body("{\"image_quality\": 70, \"job_file_mapping\": [[\"c.png\", \"a.png\"], [\"d.png\"]]}")
                .post(data(task))
                .then()
                .statusCode(202);

        var data = processed(task);
        assertThat(data.path("job_lengths").toString()).isEqualTo("[2,1]");
        assertThat(index.pictures(data.path("data_id").asLong(), List.of(0, 1, 2))
                        .values())
                .extracting(SourceIndex.Picture::name)
                .containsExactly("c.png", "a.png", "d.png");
    }

    @Test
    void chosenFramesBecomeNumbers() {
        long task = newTask();
        as(ALICE)
                .header("Upload-Multiple", "true")
                .multiPart("image_quality", "70")
                .multiPart("client_files[0]", "a.png", Media.png(9, 9, 1))
                .multiPart("client_files[1]", "b.png", Media.png(9, 9, 1))
                .post(data(task));
        as(ALICE)
                .contentType(ContentType.JSON)
                .body("""
                        {"image_quality": 70, "validation_params":
                            {"mode": "gt", "frame_selection_method": "manual", "frames": ["b.png"]}}""")
                .post(data(task))
                .then()
                .statusCode(202);

        assertThat(processed(task).path("validation").path("frames").toString()).isEqualTo("[1]");
    }

    @Test
    void framesChosenInSeveralStepsAreUnited() {
        long task = newTask();
        for (var name : List.of("a.png", "b.png", "c.png")) {
            as(ALICE)
                    .header("Upload-Multiple", "true")
                    .multiPart("image_quality", "70")
                    .multiPart("validation_params.mode", "gt")
                    .multiPart("validation_params.frame_selection_method", "manual")
                    .multiPart("validation_params.frames[0]", name.equals("b.png") ? "a.png" : name)
                    .multiPart("client_files[0]", name, Media.png(9, 9, 1))
                    .post(data(task))
                    .then()
                    .statusCode(200);
        }
        as(ALICE)
                .contentType(ContentType.JSON)
                .body("{\"image_quality\": 70}")
                .post(data(task))
                .then()
                .statusCode(202);

        assertThat(processed(task).path("validation").path("frames").toString()).isEqualTo("[0,2]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        broken.png | This is no picture. | failed to parse image file 'broken.png'
        fake.mp4   | this is no video    | Invalid data found when processing input
        a.txt      | a                   | No media data found
        noise.zip  | PK not really       | File is not a zip file
        a.pcd      | hello               | Could not read pcd file 'a.pcd': line 0: invalid line format
        a.bin      | abc                 | Could not read pcd file 'a.bin': failed to parse bin pcd point at pos 3
        a.tar.gz   | abc                 | cannot be unpacked
        """)
    void badFilesFailTheRequest(String name, String content, String message) {
        long task = newTask();

        upload(task, Map.of(name, content.getBytes(StandardCharsets.UTF_8)))
                .then()
                .statusCode(202);

        assertThat(awaitCreation(task, "failed").getString("message")).contains(message);
        var failed = events.awaitEvent("data.failed", String.valueOf(task)).path("data");
        assertThat(failed.path("task_id").asLong()).isEqualTo(task);
        assertThat(failed.path("message").asText()).contains(message);
    }

    @Test
    void mixedMediaFailTheRequest() {
        long task = newTask();

        upload(task, ordered("a.mp4", new byte[9], "b.png", Media.png(9, 9, 1)))
                .then()
                .statusCode(202);

        assertThat(awaitCreation(task, "failed").getString("message"))
                .contains("but 1 image(s), 1 video(s), 0 archive(s), 0 directory(s), 0 pdf(s), 0 zip(s) found.");
    }

    @Test
    void nothingUploadedIsNoData() {
        long task = newTask();

        upload(task, Map.of()).then().statusCode(202);

        assertThat(awaitCreation(task, "failed").getString("message")).contains("No media data found");
    }

    @Test
    void anEmptyArchiveHasNoPictures() {
        long task = newTask();

        upload(task, Map.of("empty.zip", Media.zip(Map.of()))).then().statusCode(202);

        assertThat(awaitCreation(task, "failed").getString("message")).contains("No image found");
    }

    @Test
    void anArchiveThatGrowsTooMuchIsRefused() {
        long task = newTask();
        var bomb = Media.zip(Map.of("a.bmp", new byte[300 << 20]));

        upload(task, Map.of("bomb.zip", bomb)).then().statusCode(202);

        assertThat(awaitCreation(task, "failed").getString("message")).contains("The archive holds more than");
    }

    @Test
    void aMappingAndASegmentSizeContradictEachOther() {
        long task = newSegmentedTask();
        as(ALICE)
                .contentType(ContentType.JSON)
                .body("{\"image_quality\": 70, \"job_file_mapping\": [[\"a.png\"]]}")
                .post(data(task))
                .then()
                .statusCode(202);

        assertThat(awaitCreation(task, "failed").getString("message"))
                .contains("job_file_mapping cannot be used with segment_size");
    }

    private static JsonNode processed(long task) {
        return events.awaitEvent("data.processed", String.valueOf(task)).path("data");
    }

    private static void tell(long task, String type, Map<String, ?> data) {
        tasks.publish(String.valueOf(task), type, data);
    }

    private static Map<String, byte[]> ordered(Object... namesAndBytes) {
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < namesAndBytes.length; i += 2) {
            files.put((String) namesAndBytes[i], (byte[]) namesAndBytes[i + 1]);
        }
        return files;
    }
}
