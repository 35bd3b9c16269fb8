package io.limn.standalone.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.standalone.RunningSuite;
import io.limn.standalone.SuiteExtension;
import io.limn.standalone.client.ApiClient;
import io.limn.standalone.client.Attachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuiteExtension.class)
class PicturesFlowTest {
    private final ApiClient user;
    private final Tasks tasks;

    PicturesFlowTest(RunningSuite suite) {
        user = suite.newUser();
        tasks = new Tasks(user);
    }

    @Test
    void aFolderOfPhotographsBecomesJobsThatAreAnnotatedAndReadBack() throws IOException {
        int task = tasks.create(Map.of("segment_size", 10));

        JsonNode made = tasks.upload(task, Media.folder("holiday", 25));

        assertThat(made.path("size").asInt()).isEqualTo(25);
        assertThat(made.path("mode").asText()).isEqualTo("annotation");
        List<Integer> jobs = tasks.jobs(task);
        assertThat(jobs).hasSize(3);
        JsonNode meta = tasks.jobMeta(jobs.get(1));
        assertThat(meta.path("frames")).hasSize(10);
        // Forms are flat: the folder in the name of a part is dropped.
        assertThat(meta.path("frames").path(0).path("name").asText()).isEqualTo("010.jpg");
        assertThat(meta.path("frames").path(0).path("height").asInt()).isEqualTo(210);

        List<byte[]> pictures = tasks.chunk(jobs.get(1), 0);
        assertThat(pictures).hasSize(10);
        assertThat(ImageIO.read(new ByteArrayInputStream(pictures.getFirst())).getHeight())
                .isEqualTo(210);

        int label = tasks.label(task, "car");
        Map<String, Object> drawn = Tasks.rectangle(12, label, List.of(10.25, 20.5, 110.125, 80.0));
        JsonNode saved = user.patch(
                "/api/jobs/" + jobs.get(1) + "/annotations?action=create",
                Map.of("version", 0, "tags", List.of(), "tracks", List.of(), "shapes", List.of(drawn)));
        JsonNode read = user.get("/api/jobs/" + jobs.get(1) + "/annotations");
        assertThat(read.path("shapes")).hasSize(1);
        assertThat(read.path("shapes").path(0).path("id").asInt())
                .isEqualTo(saved.path("shapes").path(0).path("id").asInt());
        assertThat(read.path("shapes").path(0).path("points"))
                .extracting(JsonNode::asDouble)
                .containsExactly(10.25, 20.5, 110.125, 80.0);
        assertThat(user.get("/api/jobs/" + jobs.get(0) + "/annotations").path("shapes"))
                .isEmpty();
    }

    @Test
    void anArchiveWithNestedFoldersKeepsItsPathsInOrder() {
        int task = tasks.create(Map.of());
        Attachment archive = Media.zip(
                "pictures.zip",
                List.of(
                        new Attachment("b/2/last.jpg", Media.jpeg(3, 64, 48)),
                        new Attachment("a/first.jpg", Media.jpeg(1, 64, 48)),
                        new Attachment("a/deep/er/second.jpg", Media.jpeg(2, 64, 48)),
                        new Attachment("notes.txt", new byte[] {65, 66})));

        JsonNode made = tasks.upload(task, List.of(archive));

        assertThat(made.path("size").asInt()).isEqualTo(3);
        assertThat(tasks.jobMeta(tasks.jobs(task).getFirst()).path("frames"))
                .extracting(frame -> frame.path("name").asText())
                .containsExactly("a/deep/er/second.jpg", "a/first.jpg", "b/2/last.jpg");
    }

    @Test
    void aTaskOfOneUserIsNoneOfAnothersBusiness(RunningSuite suite) {
        int task = tasks.create(Map.of());
        tasks.upload(task, Media.folder("private", 2));
        ApiClient stranger = suite.newUser();

        assertThat(stranger.send("GET", "/api/tasks/" + task, null).status()).isEqualTo(403);
        int job = tasks.jobs(task).getFirst();
        assertThat(stranger.send("GET", "/api/jobs/" + job + "/data?type=chunk&quality=compressed&index=0", null)
                        .status())
                .isEqualTo(403);
    }
}
