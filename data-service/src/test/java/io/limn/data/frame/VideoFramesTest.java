package io.limn.data.frame;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.limn.data.media.video.FrameCode;
import io.limn.data.media.video.FrameSize;
import io.limn.data.media.video.Mp4Boxes;
import io.limn.data.media.video.TestVideos;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VideoFramesTest extends FrameTest {
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
    void groundTruthOfAVideoHasPicturesOfItsFramesOnly() throws Exception {
        task = media.video("clip.mp4", TestVideos.h264().frames(30).bytes());
        jobPlan(PlanBuilder.video(task, 30).selection(task, 9, 12));
        var own = entries(get("/api/jobs/" + task + "/data?type=chunk&index=0").asByteArray());
        assertThat(own.keySet()).containsExactly("000000.jpeg", "000001.jpeg");
        var among = List.copyOf(
                entries(get("/api/jobs/" + task + "/data?type=chunk&number=1").asByteArray())
                        .values());
        assertThat(among).hasSize(8);
        assertThat(FrameCode.read(among.get(1))).isEqualTo(9);
        assertThat(FrameCode.read(among.get(4))).isEqualTo(12);
        var frame = get("/api/jobs/" + task + "/data?type=frame&number=12");
        assertThat(frame.contentType()).isEqualTo("image/png");
        assertThat(FrameCode.read(frame.asByteArray())).isEqualTo(12);
        given().header("Authorization", ANN)
                .get("/api/jobs/" + task + "/data?type=frame&number=10")
                .then()
                .statusCode(400)
                .body(equalTo("\"Incorrect requested frame number: 10\""));
    }
}
