package io.limn.standalone.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.standalone.RunningSuite;
import io.limn.standalone.SuiteExtension;
import io.limn.standalone.client.Answer;
import io.limn.standalone.client.ApiClient;
import io.limn.standalone.client.Attachment;
import io.limn.standalone.client.Uploads;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can be sent wrong gets its own answer, and leaves nothing half-written. */
@ExtendWith(SuiteExtension.class)
class WrongInputFlowTest {
    private final ApiClient user;
    private final Tasks tasks;

    WrongInputFlowTest(RunningSuite suite) {
        user = suite.newUser();
        tasks = new Tasks(user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "\"text\"", "{\"name\": 1, \"labels\": 5}", "{\"name\": null}", "{}"})
    void bodiesThatAreNoTask(String body) {
        int before = user.get("/api/tasks").path("count").asInt();

        Answer answer = user.exchange("POST", "/api/tasks", "application/json", BodyPublishers.ofString(body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().isObject()).isTrue();
        assertThat(user.get("/api/tasks").path("count").asInt()).isEqualTo(before);
    }

    @Test
    void aNameOfTenThousandCharacters() {
        Answer answer = user.send("POST", "/api/tasks", Map.of("name", "x".repeat(10_000)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("name").path(0).asText())
                .isEqualTo("Ensure this field has no more than 256 characters.");
    }

    @Test
    void idsThatDoNotExist() {
        for (var path :
                List.of("/api/tasks/999999", "/api/jobs/999999", "/api/projects/999999", "/api/labels/999999")) {
            assertThat(user.send("GET", path, null).status()).as(path).isEqualTo(404);
        }
        assertThat(user.send("GET", "/api/tasks/99999999999999999999", null).status())
                .isEqualTo(404);
        assertThat(user.send("GET", "/api/requests/nothing", null).status()).isEqualTo(404);
    }

    @Test
    void framesBelowZeroAndBeyondTheEnd() {
        int task = tasks.create(Map.of());
        Map<String, Object> negative = Map.of("image_quality", 70, "start_frame", -1);
        assertThat(user.send("POST", "/api/tasks/" + task + "/data", negative).status())
                .isEqualTo(400);

        tasks.upload(task, Media.folder("few", 2));
        int job = tasks.jobs(task).getFirst();
        for (var query : List.of(
                "type=frame&number=-1", "type=frame&number=2", "type=frame&number=x", "type=chunk&index=9", "")) {
            assertThat(user.send("GET", "/api/jobs/" + job + "/data?" + query, null)
                            .status())
                    .as(query)
                    .isEqualTo(400);
        }
        var shape = Tasks.rectangle(-1, tasks.label(task, "car"), List.of(1.0, 2.0, 3.0, 4.0));
        assertThat(user.send("PUT", "/api/jobs/" + job + "/annotations", Map.of("shapes", List.of(shape)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aPathInAFileNameStaysInItsTask() {
        int task = tasks.create(Map.of());

        tasks.upload(task, List.of(new Attachment("../../x.jpg", Media.jpeg(1, 32, 32))));

        assertThat(tasks.jobMeta(tasks.jobs(task).getFirst())
                        .path("frames")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("x.jpg");
    }

    @Test
    void noFilesAtAll() {
        assertFailsAndCanBeTriedAgain(List.of(), "No media data found");
    }

    @Test
    void aTextThatIsCalledAVideo() {
        assertFailsAndCanBeTriedAgain(List.of(new Attachment("film.mp4", text("no film"))), "");
    }

    @Test
    void aTextThatIsCalledAPicture() {
        assertFailsAndCanBeTriedAgain(List.of(new Attachment("picture.jpg", text("no picture"))), "");
    }

    @Test
    void anArchiveThatWouldFillTheDisk() {
        var zeros = new Attachment("zeros.jpg", new byte[300 << 20]);
        assertFailsAndCanBeTriedAgain(List.of(Media.zip("bomb.zip", List.of(zeros))), "");
    }

    @Test
    void anArchiveThatWantsToLeaveItsFolder() {
        var escape = new Attachment("../../../escape.jpg", Media.jpeg(1, 32, 32));
        int task = tasks.create(Map.of());
        var request = new Uploads(user)
                .inForms(task, List.of(Media.zip("escape.zip", List.of(escape))), Map.of("image_quality", 70));

        assertThat(ended(request).path("status").asText()).isIn("failed", "finished");
        assertThat(user.send("GET", "/api/tasks/" + task + "/data/meta", null).text())
                .doesNotContain("..");
    }

    @Test
    void aPictureThatEndsTooEarlyHarmsNobody() {
        var whole = Media.jpeg(3, 640, 480);
        int task = tasks.create(Map.of());
        var request = new Uploads(user)
                .inForms(
                        task,
                        List.of(new Attachment("cut.jpg", Arrays.copyOf(whole, whole.length / 2))),
                        Map.of("image_quality", 70));

        assertThat(ended(request).path("status").asText()).isIn("failed", "finished");
    }

    private void assertFailsAndCanBeTriedAgain(List<Attachment> files, String message) {
        int task = tasks.create(Map.of());

        JsonNode ended = ended(new Uploads(user).inForms(task, files, Map.of("image_quality", 70)));

        assertThat(ended.path("status").asText()).isEqualTo("failed");
        assertThat(ended.path("message").asText()).isNotBlank().contains(message);
        assertThat(tasks.jobs(task)).isEmpty();
        assertThat(user.get("/api/tasks/" + task).path("size").asInt()).isZero();
    }

    private JsonNode ended(String request) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> user.get("/api/requests/" + request), state -> List.of("failed", "finished")
                        .contains(state.path("status").asText()));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
