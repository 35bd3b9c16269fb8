package io.limn.standalone.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.standalone.RunningSuite;
import io.limn.standalone.SuiteExtension;
import io.limn.standalone.client.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients save without pause while task-service and PostgreSQL are killed: what was acknowledged is there, and whole. */
@ExtendWith(SuiteExtension.class)
class BrokenSavesFlowTest {
    private static final int CLIENTS = 4;
    private static final int CROWD = 16;
    private static final int SHAPES = 20;
    private static final long CROWDED_SECONDS = 300;
    private static final long LONGEST_PAUSE_MILLIS = 700;

    private final RunningSuite suite;
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Integer> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean done = new AtomicBoolean();

    BrokenSavesFlowTest(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void acknowledgedSavesSurviveAndNoneIsHalf() throws InterruptedException, ExecutionException {
        run(3);
    }

    @Test
    @Tag("soak")
    void acknowledgedSavesSurviveFiftyKills() throws InterruptedException, ExecutionException {
        run(50);
    }

    @Test
    @Tag("soak")
    void sixteenClientsOfOneJobLoseNothing() throws InterruptedException, ExecutionException {
        ApiClient user = suite.newUser();
        var tasks = new Tasks(user);
        int task = tasks.create(Map.of());
        tasks.upload(task, Media.folder("crowded", 2));
        int label = tasks.label(task, "car");
        int job = tasks.jobs(task).getFirst();
        try (var threads = Executors.newFixedThreadPool(CROWD)) {
            var clients = new ArrayList<Future<?>>();
            for (int client = 0; client < CROWD; client++) {
                clients.add(threads.submit(() -> save(user, job, label)));
            }
            new CountDownLatch(1).await(CROWDED_SECONDS, TimeUnit.SECONDS);
            done.set(true);
            for (Future<?> client : clients) {
                client.get();
            }
        }
        verify(user, List.of(job));
    }

    private void run(int kills) throws InterruptedException, ExecutionException {
        ApiClient user = suite.newUser();
        var tasks = new Tasks(user);
        int task = tasks.create(Map.of("segment_size", 2));
        tasks.upload(task, Media.folder("saved", 8));
        int label = tasks.label(task, "car");
        List<Integer> jobs = tasks.jobs(task);
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = new ArrayList<Future<?>>();
            for (int client = 0; client < CLIENTS; client++) {
                int job = jobs.get(client);
                clients.add(threads.submit(() -> save(user, job, label)));
            }
            for (int kill = 0; kill < kills; kill++) {
                new CountDownLatch(1)
                        .await(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS);
                if (kill % 3 == 1) {
                    killDatabaseProcess();
                } else {
                    suite.kill("task-service");
                    suite.restart("task-service");
                }
                awaitSaves();
            }
            done.set(true);
            for (Future<?> client : clients) {
                client.get();
            }
        }
        verify(user, jobs);
    }

    private void verify(ApiClient user, List<Integer> jobs) {
        var stored = new HashMap<Integer, Integer>();
        for (int job : jobs) {
            count(user.get("/api/jobs/" + job + "/annotations"), stored);
        }
        assertThat(acknowledged).isNotEmpty();
        assertThat(stored.keySet()).containsAll(acknowledged);
        assertThat(stored.values()).containsOnly(SHAPES);
    }

    /** After each blow the clients must get through again. */
    private void awaitSaves() throws InterruptedException {
        int before = acknowledged.size();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (acknowledged.size() < before + 2 * CLIENTS) {
            assertThat(System.nanoTime()).as("saves go on").isLessThan(end);
            new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
    }

    private void save(ApiClient user, int job, int label) {
        while (!done.get()) {
            int number = numbers.incrementAndGet();
            var shape = new HashMap<>(Tasks.rectangle(0, label, List.of(1.0, 2.0, 30.0, 40.0)));
            shape.put("group", number);
            try {
                int status = user.send(
                                "PATCH",
                                "/api/jobs/" + job + "/annotations?action=create",
                                Map.of("shapes", Collections.nCopies(SHAPES, shape)))
                        .status();
                if (status == 200) {
                    acknowledged.add(number);
                }
            } catch (UncheckedIOException broken) {
                // Whether it was saved is open; the next one follows.
                Thread.onSpinWait();
            }
        }
    }

    private static void count(JsonNode annotations, Map<Integer, Integer> stored) {
        annotations
                .path("shapes")
                .forEach(shape -> stored.merge(shape.path("group").asInt(), 1, Integer::sum));
    }

    /** When one of its processes is killed, PostgreSQL drops all others and recovers from its log, as after a crash. */
    private void killDatabaseProcess() {
        Path file = suite.data().resolve("postgres/data/postmaster.pid");
        try {
            long server = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            ProcessHandle.of(server)
                    .orElseThrow()
                    .children()
                    .filter(child -> title(child.pid()).contains("limn_task"))
                    .findFirst()
                    .orElseThrow()
                    .destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String title(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }
}
