package io.limn.standalone.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.standalone.RunningSuite;
import io.limn.standalone.SuiteExtension;
import io.limn.standalone.client.ApiClient;
import io.limn.standalone.client.BackgroundRequests;
import io.limn.standalone.client.Uploads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Parts of the suite die in the middle of the main job, and it ends as if nothing had happened. */
@ExtendWith(SuiteExtension.class)
class FaultsFlowTest {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Map<String, Object> SETTINGS = Map.of("image_quality", 70);

    private final RunningSuite suite;
    private final ApiClient user;
    private final Tasks tasks;

    FaultsFlowTest(RunningSuite suite) {
        this.suite = suite;
        user = suite.newUser();
        tasks = new Tasks(user);
    }

    @Test
    void dataServiceIsKilledWhileItProcesses() {
        int task = tasks.create(Map.of("segment_size", 20));
        var request = new Uploads(user).inForms(task, Media.folder("killed", 60), SETTINGS);

        suite.kill("data-service");
        suite.restart("data-service");

        new BackgroundRequests(user).await(request, LONGEST);
        assertComplete(task, 60, 3);
    }

    @Test
    void kafkaStopsInTheMiddle() {
        int task = tasks.create(Map.of("segment_size", 5));
        var request = new String[1];

        suite.withoutKafka(() -> {
            request[0] = new Uploads(user).inForms(task, Media.folder("quiet", 10), SETTINGS);
            await().pollDelay(Duration.ofSeconds(20))
                    .atMost(Duration.ofSeconds(25))
                    .until(() -> true);
            assertThat(status(request[0])).isNotEqualTo("failed");
        });

        new BackgroundRequests(user).await(request[0], LONGEST);
        assertComplete(task, 10, 2);
    }

    @Test
    void authServiceIsAway() {
        int task = tasks.create(Map.of());

        suite.without("auth-service", () -> {
            assertThat(user.get("/api/tasks/" + task).path("id").asInt()).isEqualTo(task);
            assertThat(tasks.create(Map.of("name", "made meanwhile"))).isPositive();
        });
    }

    @Test
    void aServiceThatIsAwayLeavesTheOthersAtWork() {
        suite.without("lambda-service", () -> {
            assertThat(user.send("GET", "/api/lambda/functions", null).status()).isIn(502, 503);
            assertThat(user.send("GET", "/api/tasks", null).status()).isEqualTo(200);
            assertThat(user.send("GET", "/api/server/health/?format=json", null).status())
                    .isEqualTo(200);
        });
    }

    @Test
    void aSaveThatCannotReachItsServiceAsksToBeRepeated() {
        int task = tasks.create(Map.of());
        tasks.upload(task, Media.folder("unsaved", 1));
        int job = tasks.jobs(task).getFirst();

        suite.without("task-service", () -> assertThat(user.send(
                                "PATCH",
                                "/api/jobs/" + job + "/annotations?action=create",
                                Map.of("shapes", List.of(), "tags", List.of(), "tracks", List.of()))
                        .status())
                .isEqualTo(504));
    }

    private String status(String request) {
        return user.get("/api/requests/" + request).path("status").asText();
    }

    private void assertComplete(int task, int frames, int jobs) {
        JsonNode made = user.get("/api/tasks/" + task);
        assertThat(made.path("size").asInt()).isEqualTo(frames);
        assertThat(tasks.jobs(task)).hasSize(jobs);
        assertThat(tasks.chunk(tasks.jobs(task).getFirst(), 0)).isNotEmpty();
    }
}
