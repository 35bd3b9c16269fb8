package io.limn.data.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.limn.common.api.ApiException;
import io.limn.data.media.UnreadableMediaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildsTest {
    @TempDir
    Path folder;

    private final MemoryBlobs blobs = new MemoryBlobs();
    private final AtomicInteger built = new AtomicInteger();
    private final CountDownLatch start = new CountDownLatch(1);
    private volatile boolean failing;
    private Builds builds;

    @AfterEach
    void stop() {
        start.countDown();
        builds.stop();
    }

    @Test
    void manyClientsShareOneBuild() throws Exception {
        builds = builds("a", Duration.ofSeconds(30), 10);
        List<Future<DerivedFile>> answers = new ArrayList<>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                answers.add(clients.submit(() -> builds.get(recipe(1))));
            }
            start.countDown();
            for (Future<DerivedFile> answer : answers) {
                assertThat(Files.readString(answer.get().path())).isEqualTo("built");
            }
        }
        assertThat(built).hasValue(1);
    }

    @Test
    void anotherReplicaTakesTheStoredResult() throws Exception {
        start.countDown();
        builds = builds("a", Duration.ofSeconds(30), 10);
        builds.get(recipe(1));
        builds.stop();
        builds = builds("b", Duration.ofSeconds(30), 10);
        assertThat(Files.readString(builds.get(recipe(1)).path())).isEqualTo("built");
        assertThat(built).hasValue(1);
    }

    @Test
    void whoWaitsTooLongIsToldToComeAgainWhileTheWorkGoesOn() throws Exception {
        builds = builds("a", Duration.ofMillis(50), 10);
        assertThatThrownBy(() -> builds.get(recipe(1))).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(429);
            assertThat(refusal.headers()).containsEntry("Retry-After", "10");
            assertThat(refusal.body()).isNull();
        });
        start.countDown();
        await().untilAsserted(() -> assertThat(builds.get(recipe(1)).size()).isEqualTo(5));
        assertThat(built).hasValue(1);
    }

    @Test
    void aFullQueueRefusesMore() {
        builds = builds("a", Duration.ofMillis(20), 2);
        for (int i = 1; i <= 3; i++) {
            int chunk = i;
            assertThatThrownBy(() -> builds.get(recipe(chunk))).isInstanceOf(ApiException.class);
        }
        start.countDown();
        await().untilAsserted(() -> assertThat(built).hasValue(2));
    }

    @Test
    void aFailureIsNotRemembered() throws Exception {
        start.countDown();
        failing = true;
        builds = builds("a", Duration.ofSeconds(30), 10);
        assertThatThrownBy(() -> builds.get(recipe(1))).isInstanceOf(UnreadableMediaException.class);
        failing = false;
        assertThat(builds.get(recipe(1)).size()).isEqualTo(5);
    }

    private Builds builds(String replica, Duration patience, int queue) {
        FrameConfig config = new TestFrameConfig(folder.resolve(replica), patience, queue, 1 << 20);
        return new Builds(builder(config), new LocalCache(config), blobs, new OwnLeases(), config);
    }

    private Builder builder(FrameConfig config) {
        return new Builder(null, null, null, config) {
            @Override
            void build(Recipe recipe, Path file, Progress progress) throws IOException, UnreadableMediaException {
                try {
                    start.await();
                } catch (InterruptedException stopped) {
                    throw new IOException(stopped);
                }
                if (failing) {
                    throw UnreadableMediaException.image("a.png");
                }
                built.incrementAndGet();
                Files.writeString(file, "built");
            }
        };
    }

    private static Recipe recipe(int position) {
        return new Recipe(1, Recipe.Kind.ORIGINAL_PICTURES, List.of(position), 0, true);
    }

    /** Leases of a replica that is alone. */
    private static final class OwnLeases extends BuildLeases {
        OwnLeases() {
            super(null);
        }

        @Override
        boolean take(String key, UUID holder) {
            return true;
        }

        @Override
        void giveBack(String key, UUID holder) {}
    }
}
