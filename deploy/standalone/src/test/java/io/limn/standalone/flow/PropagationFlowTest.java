package io.limn.standalone.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.limn.standalone.RunningSuite;
import io.limn.standalone.SuiteExtension;
import io.limn.standalone.client.ApiClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is changed about somebody through one gateway holds for his calls through the other within a second, whichever
 * service answers. He calls both all the time before, so that each has remembered him.
 */
@ExtendWith(SuiteExtension.class)
class PropagationFlowTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    /** A path of each service. */
    private static final List<String> PATHS =
            List.of("/api/users/self", "/api/tasks", "/api/requests", "/api/lambda/functions");

    private final RunningSuite suite;

    PropagationFlowTest(RunningSuite suite) {
        this.suite = suite;
    }

    private record Somebody(int id, String name, String email, List<ApiClient> clients) {}

    private Somebody somebody() {
        var name = "moving-" + Long.toString(System.nanoTime(), 36);
        var email = name + "@example.org";
        var password = "Sedge-Warbler-31";
        var form = Map.of("username", name, "email", email, "password1", password, "password2", password);
        var key = suite.nobody().create("/api/auth/register", form).path("key").asText();
        var clients = suite.gateways().stream()
                .map(gateway -> ApiClient.anonymous(gateway).withToken(key))
                .toList();
        assertThat(clients).hasSize(2);
        var somebody = new Somebody(
                clients.getFirst().get("/api/users/self").path("id").asInt(), name, email, clients);
        clients.forEach(
                client -> PATHS.forEach(path -> client.send("GET", path, null).expect(200)));
        return somebody;
    }

    private static int status(ApiClient client, String method, String path, Object body) {
        return client.send(method, path, body).status();
    }

    @Test
    void aGroupThatIsTakenAway() {
        var somebody = somebody();
        somebody.clients().forEach(client -> client.create("/api/tasks", Map.of("name", "before")));

        suite.operate("grant", somebody.name(), "worker");

        for (var client : somebody.clients()) {
            await().atMost(A_SECOND)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> status(client, "POST", "/api/tasks", Map.of("name", "after")) == 403);
            await().atMost(A_SECOND).until(() -> client.get("/api/users/self")
                    .path("groups")
                    .path(0)
                    .asText()
                    .equals("worker"));
        }
    }

    @Test
    void aUserWhoIsSwitchedOff() {
        var somebody = somebody();

        suite.operate("deactivate", somebody.name());

        long since = System.nanoTime();
        for (var path : PATHS) {
            for (var client : somebody.clients()) {
                await().atMost(A_SECOND)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> status(client, "GET", path, null) == 401);
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(A_SECOND);
    }

    @Test
    void aMembershipThatBeginsChangesAndEnds() {
        var somebody = somebody();
        var owner = suite.newUser();
        var slug = "o" + somebody.id() + "x" + Long.toString(System.nanoTime(), 36);
        int organization = owner.create("/api/organizations", Map.of("slug", slug))
                .path("id")
                .asInt();
        var tasks = "/api/tasks?org=" + slug;
        somebody.clients().forEach(client -> client.send("GET", tasks, null).expect(403));

        // Where no mail is sent, the invitation of somebody who has an account is accepted at once.
        owner.create("/api/invitations?org_id=" + organization, Map.of("email", somebody.email(), "role", "worker"));
        for (var client : somebody.clients()) {
            await().atMost(A_SECOND)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> status(client, "GET", tasks, null) == 200);
            assertThat(status(client, "POST", tasks, Map.of("name", "by a worker")))
                    .isEqualTo(403);
        }

        var membership = membership(owner, somebody, organization);
        owner.patch(membership, Map.of("role", "supervisor"));
        for (var client : somebody.clients()) {
            await().atMost(A_SECOND)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> status(client, "POST", tasks, Map.of("name", "by a supervisor")) == 201);
        }

        owner.delete(membership);
        for (var client : somebody.clients()) {
            await().atMost(A_SECOND)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> status(client, "GET", tasks, null) == 403);
        }
    }

    private static String membership(ApiClient owner, Somebody somebody, int organization) {
        for (var member : owner.get("/api/memberships?page_size=all&org_id=" + organization)
                .path("results")) {
            if (member.path("user").path("id").asInt() == somebody.id()) {
                return "/api/memberships/" + member.path("id").asInt();
            }
        }
        throw new AssertionError("no membership of " + somebody.email());
    }
}
