package io.limn.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
class EventsTest {
    private static final String PEOPLE = "limn.users";
    private static final Duration LONG = Duration.ofSeconds(40);

    @Inject
    Outbox outbox;

    @Inject
    ScriptedHandler handler;

    @Inject
    PeopleHandler people;

    @Inject
    OverhearingHandler overhearing;

    @Inject
    Broadcasts broadcasts;

    @Inject
    DeadLetters deadLetters;

    @Inject
    KafkaClients clients;

    @Inject
    AgroalDataSource database;

    private final String key = UUID.randomUUID().toString();

    @Test
    void aCommittedEventIsApplied() throws Exception {
        var cause = new Provenance(7L, 3L, "request-1", "https://limn.example", null);
        cause.during(() -> add(key, 1));

        await().atMost(Duration.ofSeconds(10)).until(() -> !handler.events(key).isEmpty());
        var event = handler.events(key).getFirst();
        assertThat(event.type()).isEqualTo("number.said");
        assertThat(event.subject()).isEqualTo(key);
        assertThat(event.specversion()).isEqualTo("1.0");
        assertThat(event.source()).isEqualTo("common");
        assertThat(event.provenance()).isEqualTo(cause);
        await().atMost(LONG).until(() -> waiting(key) == 0);
    }

    @Test
    void anEventReachesItsHandlerSoonAfterTheCommit() {
        add(key, 0);
        await().atMost(LONG).until(() -> handler.numbers(key).size() == 1);

        for (int number = 1; number <= 20; number++) {
            int count = number + 1;
            add(key, number);
            await().pollInterval(Duration.ofMillis(2))
                    .atMost(Duration.ofSeconds(2))
                    .until(() -> handler.numbers(key).size() == count);
        }
    }

    @Test
    void whatIsRolledBackIsNotPublished() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.add(ScriptedHandler.TOPIC, key, "number.said", Map.of("number", 1));
                    throw new IllegalArgumentException("rolled back");
                }))
                .hasMessage("rolled back");
        add(key, 2);

        await().atMost(LONG).until(() -> !handler.events(key).isEmpty());
        assertThat(handler.numbers(key)).containsExactly(2);
    }

    @Test
    void eventsNeedATransaction() {
        assertThatThrownBy(() -> outbox.add(ScriptedHandler.TOPIC, key, "number.said", Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEventThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> outbox.add(ScriptedHandler.TOPIC, key, "number.said", "x".repeat(Event.MAX_BYTES))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTransactionThatBeganEarlyAndCommitsLateIsNotPassedOver() throws Exception {
        var written = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var late = Thread.ofVirtual()
                .start(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.add(ScriptedHandler.TOPIC, key, "number.said", Map.of("number", 1));
                    written.countDown();
                    awaitQuietly(release);
                }));
        written.await();
        add(key, 2);
        await().atMost(LONG).until(() -> handler.numbers(key).equals(List.of(2)));
        release.countDown();
        late.join();

        await().atMost(LONG).until(() -> handler.numbers(key).equals(List.of(2, 1)));
    }

    @Test
    void aBrokerThatIsAwayLosesNothingAndKeepsTheOrderOfEachKey() {
        add(key, 0);
        await().atMost(LONG).until(() -> handler.numbers(key).size() == 1);
        KafkaResource.stopBroker();
        try {
            IntStream.range(1, 50).forEach(number -> add(key + number % 3, number));
            await().pollDelay(Duration.ofSeconds(5)).atMost(LONG).until(() -> waiting(key) == 49);
        } finally {
            KafkaResource.startBroker();
        }
        IntStream.range(50, 100).forEach(number -> add(key + number % 3, number));

        for (int group = 0; group < 3; group++) {
            int rest = group;
            var expected =
                    IntStream.range(1, 100).filter(n -> n % 3 == rest).boxed().toList();
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(handler.numbers(key + rest)).isEqualTo(expected));
        }
    }

    @Test
    void anEventThatIsDeliveredThreeTimesIsAppliedOnce() throws Exception {
        var id = UUID.randomUUID().toString();
        for (int time = 0; time < 3; time++) {
            send(json(id, 1));
        }
        send(json(UUID.randomUUID().toString(), 2));

        await().atMost(LONG).until(() -> handler.numbers(key).contains(2));
        assertThat(handler.numbers(key)).containsExactly(1, 2);
    }

    @Test
    void whatIsNoEventBecomesADeadLetterAndLaterOnesFollow() throws Exception {
        send("this is no event");
        send(json(UUID.randomUUID().toString(), 2));

        await().atMost(LONG).until(() -> handler.numbers(key).equals(List.of(2)));
        var letter = deadLetter(ScriptedHandler.TOPIC);
        assertThat(letter).containsEntry("handler", "common/*");
        assertThat(letter.get("reason")).startsWith("The record is no event");
    }

    @Test
    void anImpossibleEventIsRedrivenWhenItsCauseIsMended() {
        people.refuse(key);
        QuarkusTransaction.requiringNew().run(() -> outbox.publishState(PEOPLE, key, Map.of("id", 5)));
        assertThat(deadLetter(PEOPLE))
                .containsEntry("reason", "No such thing")
                .containsEntry("handler", "common/PeopleHandler");
        assertThat(people.states(key)).isEmpty();

        people.accept(key);
        assertThat(deadLetters.redrive(PEOPLE)).isEqualTo(1);

        await().atMost(LONG).until(() -> people.states(key).size() == 1);
        assertThat(deadLetters.redrive(PEOPLE)).isZero();
    }

    @Test
    void anEventThatCannotBeAppliedNowIsTriedAgainAndKeepsItsPlace() {
        handler.fail(key, () -> new IllegalStateException("away"));
        add(key, 1);
        add(key, 2);
        await().pollDelay(Duration.ofSeconds(1))
                .until(() -> handler.numbers(key).isEmpty());
        handler.mend(key);

        await().atMost(LONG).until(() -> handler.numbers(key).equals(List.of(1, 2)));
    }

    @Test
    void theEndOfAStateIsToldAsADeletion() {
        QuarkusTransaction.requiringNew().run(() -> outbox.publishState(PEOPLE, key, Map.of("id", 5)));
        QuarkusTransaction.requiringNew().run(() -> outbox.publishState(PEOPLE, key, null));

        await().atMost(LONG).until(() -> people.states(key).size() == 2);
        assertThat(people.states(key).getFirst().data().path("id").asInt()).isEqualTo(5);
        assertThat(people.states(key).getLast().isDeletion()).isTrue();
    }

    @Test
    void aBroadcastHandlerSeesWhatIsPublishedWhileItRuns() {
        await().atMost(LONG).until(broadcasts::areListening);
        add(key, 1);

        await().atMost(LONG).until(() -> overhearing.hasSeen(key));
    }

    private void add(String toKey, int number) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(ScriptedHandler.TOPIC, toKey, "number.said", Map.of("number", number)));
    }

    private String json(String id, int number) {
        return """
                {"specversion": "1.0", "id": "%s", "type": "number.said", "source": "test", "subject": "%s",
                 "data": {"number": %d}, "unknown": true}""".formatted(id, key, number);
    }

    private void send(String value) throws ExecutionException, InterruptedException {
        try (var producer = clients.producer()) {
            producer.send(new ProducerRecord<>(ScriptedHandler.TOPIC, key, value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private long waiting(String prefix) throws Exception {
        try (var connection = database.getConnection();
                var count = connection.prepareStatement("SELECT count(*) FROM outbox WHERE event_key LIKE ? || '%'")) {
            count.setString(1, prefix);
            try (var result = count.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** Headers of the dead letter of this test's key. */
    private Map<String, String> deadLetter(String topic) {
        try (var letters = clients.consumer("test-" + UUID.randomUUID())) {
            letters.subscribe(List.of(Topics.dead(topic)));
            return await().atMost(LONG)
                    .until(
                            () -> {
                                for (var letter : letters.poll(Duration.ofMillis(300))) {
                                    if (key.equals(letter.key())) {
                                        return Map.of(
                                                "reason",
                                                        EventCodec.header(letter.headers(), "reason")
                                                                .orElseThrow(),
                                                "handler",
                                                        EventCodec.header(letter.headers(), "handler")
                                                                .orElseThrow());
                                    }
                                }
                                return Map.<String, String>of();
                            },
                            found -> !found.isEmpty());
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
