package io.limn.standalone.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.standalone.RunningSuite;
import io.limn.standalone.SuiteExtension;
import io.limn.standalone.client.ApiClient;
import io.limn.standalone.demo.StreetFilm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuiteExtension.class)
class VideoFlowTest {
    private final ApiClient user;
    private final Tasks tasks;

    VideoFlowTest(RunningSuite suite) {
        user = suite.newUser();
        tasks = new Tasks(user);
    }

    @Test
    void aFilmBecomesFramesThatCarryTracks() {
        int task = tasks.create(Map.of());

        JsonNode made = tasks.uploadResumably(task, StreetFilm.shoot());

        assertThat(made.path("mode").asText()).isEqualTo("interpolation");
        assertThat(made.path("size").asInt()).isEqualTo(StreetFilm.FRAMES);
        int job = tasks.jobs(task).getFirst();
        JsonNode meta = tasks.jobMeta(job);
        assertThat(meta.path("frames").path(0).path("width").asInt()).isEqualTo(StreetFilm.WIDTH);
        assertThat(tasks.chunk(job, 0))
                .hasSize(Math.min(StreetFilm.FRAMES, meta.path("chunk_size").asInt()));

        List<Map<String, Object>> tracks = StreetFilm.tracks(tasks.label(task, "car"));
        user.patch(
                "/api/jobs/" + job + "/annotations?action=create",
                Map.of("version", 0, "tags", List.of(), "shapes", List.of(), "tracks", tracks));
        JsonNode read = user.get("/api/jobs/" + job + "/annotations").path("tracks");
        assertThat(read).hasSize(tracks.size());
        assertThat(read.path(0).path("shapes"))
                .hasSize(((List<?>) tracks.getFirst().get("shapes")).size());
    }
}
