package io.limn.common.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.limn.common.event.Provenance;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
class WorkTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Inject
    WorkQueue queue;

    @Inject
    ScriptedWorker worker;

    @Inject
    AgroalDataSource database;

    @Inject
    WorkConfig config;

    @Inject
    WorkStore store;

    private final String key = UUID.randomUUID().toString();
    private final String unattended = "unattended-" + key;

    @Test
    void submittedWorkStartsAtOnceWithItsPayloadAndProvenance() throws Exception {
        var seen = new AtomicReference<Lease>();
        worker.script(key, seen::set);
        new Provenance(7L, null, "request-1", null, null).during(this::submit);

        await().atMost(Duration.ofSeconds(1)).until(() -> seen.get() != null);
        assertThat(seen.get().payload().path("key").asText()).isEqualTo(key);
        assertThat(seen.get().attempt()).isEqualTo(1);
        assertThat(seen.get().provenance().actor()).isEqualTo(7L);
        await().atMost(LONG).until(() -> state().equals("finished"));
    }

    @Test
    void workThatIsRolledBackIsNotDone() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    queue.submit(unattended, key, Map.of());
                    throw new IllegalArgumentException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(state()).isEqualTo("none");
    }

    @Test
    void unfinishedWorkOfTheSameKeyIsNotHandedInTwice() {
        long first = submitUnattended(key);
        assertThat(submitUnattended(key)).isEqualTo(first);

        assertThat(cancel(first)).isTrue();
        assertThat(cancel(first)).isFalse();
        assertThat(submitUnattended(key)).isNotEqualTo(first);
    }

    @Test
    void aWorkerThatIsAliveKeepsItsLease() throws Exception {
        var attempts = new CopyOnWriteArrayList<Integer>();
        var end = new CountDownLatch(1);
        worker.script(key, lease -> {
            attempts.add(lease.attempt());
            end.await();
        });
        submit();
        await().atMost(LONG).until(() -> !attempts.isEmpty());

        await().pollDelay(config.lease().multipliedBy(3)).atMost(LONG).until(() -> state().equals("running"));
        assertThat(attempts).containsExactly(1);
        end.countDown();
        await().atMost(LONG).until(() -> state().equals("finished"));
    }

    @Test
    void aLongTransactionOfAWorkerIsNotTakenForItsDeath() throws Exception {
        var end = new CountDownLatch(1);
        var inside = new CountDownLatch(1);
        var attempts = new AtomicInteger();
        worker.script(key, lease -> {
            attempts.incrementAndGet();
            lease.commit(() -> {
                inside.countDown();
                awaitQuietly(end);
            });
        });
        submit();
        inside.await();

        await().pollDelay(config.lease().multipliedBy(3)).atMost(LONG).until(() -> true);
        end.countDown();
        await().atMost(LONG).until(() -> state().equals("finished"));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void aPermanentFailureIsToldOnce() {
        worker.script(key, lease -> {
            throw new PermanentFailure("The archive is empty");
        });
        submit();

        await().atMost(LONG).until(() -> state().equals("failed"));
        assertThat(worker.failures(key)).containsExactly("The archive is empty");
    }

    @Test
    void anOrdinaryFailureIsTriedAgain() {
        var attempts = new CopyOnWriteArrayList<Integer>();
        worker.script(key, lease -> {
            attempts.add(lease.attempt());
            if (attempts.size() < 3) {
                throw new IllegalStateException("not now");
            }
        });
        submit();

        await().atMost(LONG).until(() -> state().equals("finished"));
        assertThat(attempts).containsExactly(1, 2, 3);
        assertThat(worker.failures(key)).isEmpty();
    }

    @Test
    void workFailsAfterItsLastAttempt() {
        worker.script(key, lease -> {
            throw new IllegalStateException("never");
        });
        submit();

        await().atMost(LONG).until(() -> state().equals("failed"));
        assertThat(worker.failures(key)).containsExactly("It could not be done in 3 attempts");
    }

    @Test
    void workWhoseWorkerDiedIsTakenAgain() throws Exception {
        var attempts = new CopyOnWriteArrayList<Integer>();
        worker.script(key, lease -> attempts.add(lease.attempt()));
        insertAbandoned(0);

        await().atMost(LONG).until(() -> state().equals("finished"));
        assertThat(attempts).containsExactly(2);
    }

    @Test
    void workThatHasKilledTwoWorkersFails() throws Exception {
        worker.script(key, lease -> {
            throw new AssertionError("must not run");
        });
        insertAbandoned(1);

        await().atMost(LONG).until(() -> state().equals("failed"));
        assertThat(worker.failures(key)).containsExactly("It has stopped its worker 2 times");
    }

    @Test
    void aCancelledWorkerCannotCommit() throws Exception {
        var started = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        var outcome = new AtomicReference<Throwable>();
        worker.script(key, lease -> {
            started.countDown();
            try {
                cancelled.await();
            } catch (InterruptedException stubborn) {
                cancelled.countDown();
            }
            try {
                lease.commit(() -> {});
            } catch (LeaseLostException lost) {
                outcome.set(lost);
                throw lost;
            }
        });
        long id = submit();
        started.await();
        assertThat(cancel(id)).isTrue();
        cancelled.countDown();

        await().atMost(LONG).until(() -> outcome.get() != null);
        assertThat(state()).isEqualTo("cancelled");
    }

    @Test
    void aCancelledWorkerIsInterruptedAtOnce() throws Exception {
        var started = new CountDownLatch(1);
        var outcome = new AtomicReference<Throwable>();
        worker.script(key, lease -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupted) {
                outcome.set(interrupted);
                throw interrupted;
            }
        });
        long id = submit();
        started.await();
        assertThat(cancel(id)).isTrue();

        await().atMost(Duration.ofSeconds(2)).until(() -> outcome.get() != null);
        assertThat(state()).isEqualTo("cancelled");
        assertThat(worker.failures(key)).isEmpty();
    }

    @Test
    void onlyWorkThatNobodyHasBegunIsTakenBackOrHastened() throws Exception {
        QuarkusTransaction.requiringNew()
                .run(() -> queue.submit(ScriptedWorker.KIND, key, Map.of(), 0, Duration.ofHours(1)));
        assertThat(QuarkusTransaction.requiringNew().<Boolean>call(() -> queue.withdraw(ScriptedWorker.KIND, key)))
                .isTrue();
        assertThat(state()).isEqualTo("cancelled");

        var started = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        worker.script(key, lease -> {
            started.countDown();
            end.await();
        });
        QuarkusTransaction.requiringNew()
                .run(() -> queue.submit(ScriptedWorker.KIND, key, Map.of(), 0, Duration.ofHours(1)));
        assertThat(QuarkusTransaction.requiringNew().<Boolean>call(() -> queue.hasten(ScriptedWorker.KIND, key)))
                .isTrue();
        started.await();
        assertThat(QuarkusTransaction.requiringNew().<Boolean>call(() -> queue.withdraw(ScriptedWorker.KIND, key)))
                .isFalse();
        end.countDown();
        await().atMost(LONG).until(() -> state().equals("finished"));
    }

    @Test
    void whoHasLessUnderWayGoesFirst() throws Exception {
        insertFor(1, "running");
        long again = insertFor(1, "queued");
        long other = insertFor(2, "queued");

        assertThat(store.claim(unattended, false).orElseThrow().id()).isEqualTo(other);
        assertThat(store.claim(unattended, false).orElseThrow().id()).isEqualTo(again);
        assertThat(store.claim(unattended, false)).isEmpty();
    }

    private long insertFor(long actor, String state) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO work (kind, work_key, payload, provenance, state, owner, lease_until)
                        VALUES (?, gen_random_uuid()::text, '{}', jsonb_build_object('actor', ?), ?, gen_random_uuid(),
                            now() + interval '1 hour') RETURNING id""")) {
            insert.setString(1, unattended);
            insert.setLong(2, actor);
            insert.setString(3, state);
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private long submit() {
        return QuarkusTransaction.requiringNew().call(() -> queue.submit(ScriptedWorker.KIND, key, Map.of("key", key)));
    }

    private long submitUnattended(String ofKey) {
        return QuarkusTransaction.requiringNew().call(() -> queue.submit(unattended, ofKey, Map.of()));
    }

    private boolean cancel(long id) {
        return QuarkusTransaction.requiringNew().call(() -> queue.cancel(id));
    }

    private String state() {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("SELECT state FROM work WHERE work_key = ? ORDER BY id DESC")) {
            select.setString(1, key);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "none";
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void insertAbandoned(int deaths) throws Exception {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO work (kind, work_key, payload, state, attempt, deaths, owner, lease_until)
                        VALUES (?, ?, jsonb_build_object('key', ?::text), 'running', 1, ?, gen_random_uuid(), now())""")) {
            insert.setString(1, ScriptedWorker.KIND);
            insert.setString(2, key);
            insert.setString(3, key);
            insert.setInt(4, deaths);
            insert.executeUpdate();
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
