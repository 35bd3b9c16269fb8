package io.limn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.standalone.client.ApiClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuiteExtension.class)
class SuiteTest {
    @Test
    void healthIsToldToEverybody(RunningSuite suite) {
        assertThat(suite.nobody()
                        .send("GET", "/api/server/health/?format=json", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theFirstAdministratorLogsIn(RunningSuite suite) {
        assertThat(suite.administrator()
                        .get("/api/users/self")
                        .path("is_superuser")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aNewUserSeesHimselfAndNoTaskOfOthers(RunningSuite suite) {
        ApiClient user = suite.newUser();

        assertThat(user.get("/api/users/self").path("username").asText()).startsWith("user-");
        assertThat(user.get("/api/tasks").path("count").asInt()).isZero();
    }

    @Test
    void withoutCredentialsThereIsNothingToSee(RunningSuite suite) {
        assertThat(suite.nobody().send("GET", "/api/tasks", null).status()).isEqualTo(401);
    }
}
