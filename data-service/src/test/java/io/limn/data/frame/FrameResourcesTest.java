package io.limn.data.frame;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.limn.data.media.image.TestPictures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FrameResourcesTest extends FrameTest {
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
}
