package io.limn.standalone.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.standalone.RunningSuite;
import io.limn.standalone.SuiteExtension;
import io.limn.standalone.client.ApiClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing answers those who do not show a credential, except what has to. */
@ExtendWith(SuiteExtension.class)
class AccessFlowTest {
    private final RunningSuite suite;

    AccessFlowTest(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void routesWithoutACredential() {
        ApiClient nobody = suite.nobody();
        for (var path : List.of(
                "/api/tasks",
                "/api/tasks/1",
                "/api/projects",
                "/api/jobs/1/annotations",
                "/api/jobs/1/data",
                "/api/labels",
                "/api/requests",
                "/api/users",
                "/api/users/self",
                "/api/organizations",
                "/api/server/annotation/formats",
                "/api/lambda/functions")) {
            var answer = nobody.send("GET", path, null);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).as(path).hasValue("Token");
        }
        for (var path : List.of("/api/server/about", "/api/server/health/?format=json", "/api/schema/?scheme=json")) {
            assertThat(nobody.send("GET", path, null).status()).as(path).isEqualTo(200);
        }
        assertThat(nobody.send("GET", "/api/user-agreements", null).status()).isEqualTo(404);
    }

    @Test
    void whatServicesSayToEachOtherIsNotRouted() {
        ApiClient user = suite.newUser();
        for (var path :
                List.of("/internal/jwks", "/api/../internal/jwks", "//internal/jwks", "/internal/tasks/1/plan")) {
            assertThat(user.send("GET", path, null).text()).as(path).doesNotContain("\"keys\"", "\"segments\"");
        }
    }

    @Test
    void keysThatAreNone() {
        for (var token : List.of("0123456789012345678901234567890123456789", "x", "")) {
            assertThat(suite.nobody()
                            .withToken(token)
                            .send("GET", "/api/users/self", null)
                            .status())
                    .as(token)
                    .isEqualTo(401);
        }
        assertThat(suite.nobody()
                        .send("GET", "/api/users/self", null, "Authorization", "Bearer eyJhbGciOiJub25lIn0.e30.")
                        .status())
                .isEqualTo(401);
    }
}
