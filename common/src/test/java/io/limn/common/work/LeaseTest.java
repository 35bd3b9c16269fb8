package io.limn.common.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.agroal.api.AgroalDataSource;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Several replicas at one table; none of them has a worker of this kind running. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
class LeaseTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Inject
    WorkQueue queue;

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    WorkConfig config;

    private final String key = UUID.randomUUID().toString();
    private final String unattended = "unattended-" + key;

    @Test
    void twoReplicasNeverTakeTheSameRow() throws Exception {
        var submitted = new ArrayList<Long>();
        for (int number = 0; number < 100; number++) {
            submitted.add(submitUnattended(key + number));
        }
        var taken = new CopyOnWriteArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int replica = 0; replica < 4; replica++) {
                threads.submit(() -> {
                    var store = replica();
                    for (var row = store.claim(unattended, true);
                            row.isPresent();
                            row = store.claim(unattended, true)) {
                        taken.add(row.get().id());
                    }
                    return null;
                });
            }
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(submitted);
    }

    @Test
    void whatAPausedWorkerCommitsAfterTheTakeoverIsRefused() throws Exception {
        submitUnattended(key);
        var paused = lease(replica());
        paused.commit(() -> {});
        var successor = await().atMost(LONG)
                .until(() -> tryLease(replica()), Optional::isPresent)
                .orElseThrow();

        assertThat(successor.attempt()).isEqualTo(paused.attempt() + 1);
        var changed = new AtomicInteger();
        assertThatThrownBy(() -> paused.commit(changed::incrementAndGet)).isInstanceOf(LeaseLostException.class);
        assertThat(changed).hasValue(0);
        successor.finish(changed::incrementAndGet);
        assertThat(changed).hasValue(1);
        assertThat(tryLease(replica())).isEmpty();
    }

    @Test
    void higherPriorityGoesFirst() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> {
            queue.submit(unattended, "batch", Map.of());
            queue.submit(unattended, "urgent", Map.of(), 10, Duration.ZERO);
            queue.submit(unattended, "later", Map.of(), 20, Duration.ofHours(1));
        });
        var store = replica();

        assertThat(List.of(
                        store.claim(unattended, true).orElseThrow().key(),
                        store.claim(unattended, true).orElseThrow().key()))
                .containsExactly("urgent", "batch");
        assertThat(store.claim(unattended, false)).isEmpty();
    }

    private long submitUnattended(String ofKey) {
        return QuarkusTransaction.requiringNew().call(() -> queue.submit(unattended, ofKey, Map.of()));
    }

    /** The table as another replica sees it, whose heart does not beat. */
    private WorkStore replica() {
        return new WorkStore(database, json, config);
    }

    private HeldLease lease(WorkStore store) throws Exception {
        return tryLease(store).orElseThrow();
    }

    private Optional<HeldLease> tryLease(WorkStore store) throws Exception {
        return store.claim(unattended, true).map(row -> new HeldLease(store, row, NullNode.getInstance()));
    }
}
