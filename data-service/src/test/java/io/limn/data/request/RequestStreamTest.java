package io.limn.data.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.testing.Jwts;
import io.limn.common.work.WorkQueue;
import io.limn.data.DataTest;
import io.limn.data.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestStreamTest extends DataTest {
    @TestHTTPResource("/api/requests/")
    URI base;

    @Inject
    Requests requests;

    @Inject
    Cancellation cancellation;

    @Inject
    WorkQueue queue;

    @Inject
    Database database;

    @Inject
    ObjectMapper mapper;

    private final HttpClient client = HttpClient.newHttpClient();

    private RequestDraft draft() {
        long task = newTask();
        return RequestDraft.creation(task, null, null, null, ALICE_ID, "alice");
    }

    private CompletableFuture<HttpResponse<Void>> watch(RequestDraft draft, Jwts user, List<String> lines) {
        var request = HttpRequest.newBuilder(URI.create(base + draft.rqId()))
                .header("Authorization", user.bearer())
                .header("Accept", "text/event-stream")
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new LineCollector(lines)));
    }

    private static List<String> states(ObjectMapper mapper, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("data:"))
                .map(line -> read(mapper, line.substring("data:".length())))
                .map(state -> state.path("status").asText("gone"))
                .toList();
    }

    private static JsonNode read(ObjectMapper mapper, String json) {
        try {
            return mapper.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void statesArriveAsTheyChangeAndTheStreamEndsWithTheRequest() throws Exception {
        var draft = draft();
        long number = requests.reserve(draft);
        var lines = new CopyOnWriteArrayList<String>();
        var stream = watch(draft, ALICE, lines);
        await().atMost(Duration.ofSeconds(10)).until(() -> states(mapper, lines), List.of("queued")::equals);

        requests.progress(number, "half", 0.5);
        await().atMost(Duration.ofSeconds(2)).until(() -> states(mapper, lines), List.of("queued", "started")::equals);
        requests.finish(number, null, null);

        var answer = stream.get();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(states(mapper, lines)).containsExactly("queued", "started", "finished");
        assertThat(lines).contains("event:request");
    }

    @Test
    void aCancelledRequestIsGoneAndItsWorkIsStopped() throws Exception {
        var draft = draft();
        var kind = "nobody-does-" + draft.rqId();
        long number = QuarkusTransaction.requiringNew().call(() -> {
            long entered = requests.enter(draft);
            requests.attachWork(entered, queue.submit(kind, "x", Map.of()));
            return entered;
        });
        requests.progress(number, "", 0.1);
        var lines = new CopyOnWriteArrayList<String>();
        var stream = watch(draft, ALICE, lines);
        await().atMost(Duration.ofSeconds(10)).until(() -> states(mapper, lines), List.of("started")::equals);

        cancellation.stop(requests.current(number).orElseThrow());

        assertThat(stream.get().statusCode()).isEqualTo(200);
        assertThat(states(mapper, lines)).containsExactly("started", "gone");
        assertThat(database.list("SELECT state FROM work WHERE kind = ?", row -> row.getString(1), kind))
                .containsExactly("cancelled");
    }

    @Test
    void whoMayNotSeeARequestMayNotWatchIt() throws Exception {
        assertThat(watch(draft(), ALICE, new CopyOnWriteArrayList<>()).get().statusCode())
                .isEqualTo(404);
    }
}
