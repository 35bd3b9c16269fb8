package io.limn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.standalone.client.ApiClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    Path data;

    @Test
    void whatWasMadeIsThereAfterARestart() {
        String name;
        String password;
        int task;
        try (Suite suite = new Suite(Options.of(0, data), Map.of(), System.err::println)) {
            suite.start();
            name = suite.administratorName();
            password = suite.administratorPassword().orElseThrow();
            Map<String, Object> kept = Map.of("name", "kept", "labels", List.of(Map.of("name", "car")));
            task = ApiClient.anonymous(suite.address())
                    .login(name, password)
                    .create("/api/tasks", kept)
                    .path("id")
                    .asInt();
        }
        try (Suite suite = new Suite(Options.of(0, data), Map.of(), System.err::println)) {
            suite.start();
            ApiClient administrator = ApiClient.anonymous(suite.address()).login(name, password);
            assertThat(administrator.get("/api/tasks/" + task).path("name").asText())
                    .isEqualTo("kept");
        }
    }
}
