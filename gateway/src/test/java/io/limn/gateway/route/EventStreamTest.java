package io.limn.gateway.route;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventStreamTest {
    private static final String TOKEN = "Token user-7";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final String stream = UUID.randomUUID().toString();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @TestHTTPResource("/api/requests/")
    URI requests;

    @Test
    void eventsPassOneByOneWithoutWaitingForTheEnd() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(requests + "5?stub=events&stream=" + stream))
                .header("Authorization", TOKEN)
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip")
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                    .get(5, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
            var reader = Thread.ofVirtual().start(() -> answer.body().forEach(lines::add));

            await().atMost(SOON).until(this::events, List.of("data:first")::equals);
            tell("event");
            await().atMost(SOON).until(this::events, List.of("data:first", "data:next")::equals);
            assertThat(reader.isAlive()).isTrue();
            tell("events-end");
            await().atMost(SOON).until(() -> !reader.isAlive());
        }
    }

    private List<String> events() {
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }

    private void tell(String what) {
        given().header("Authorization", TOKEN)
                .get("/api/requests/6?stub=" + what + "&stream=" + stream)
                .then()
                .statusCode(200);
    }
}
