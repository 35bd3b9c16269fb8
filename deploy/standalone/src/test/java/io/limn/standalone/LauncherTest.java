package io.limn.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher around real PostgreSQL and Kafka, with stubs in place of the services. */
class LauncherTest {
    @TempDir
    Path temporary;

    private Path home;
    private Path data;

    @BeforeEach
    void makeStubs() throws IOException {
        home = StubInstallation.in(temporary.resolve("home"));
        data = temporary.resolve("data");
    }

    @Test
    void controlCStopsEverythingAndLeavesNothingRunning() throws Exception {
        try (LauncherProcess launcher = up(Map.of(), "--replicas", "data=2")) {
            launcher.awaitReady();
            List<ProcessHandle> processes = processes();
            assertThat(processes).hasSize(8).allMatch(ProcessHandle::isAlive);

            launcher.signal("INT");

            assertThat(launcher.awaitEnd()).isNotZero();
            // The database's process is reaped by the system, not by the launcher.
            await().atMost(Duration.ofSeconds(5)).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(RunFile.read(new Folder(data))).isEmpty();
        }
    }

    @Test
    void theFirstPasswordIsToldOnceAndKeptNowhereInClear() throws Exception {
        String password;
        try (LauncherProcess launcher = up(Map.of())) {
            password = launcher.awaitReady().replaceAll(".*with password (\\S+).*", "$1");
        }
        try (LauncherProcess launcher = up(Map.of())) {
            assertThat(launcher.awaitReady()).contains("log in as admin").doesNotContain("password");
        }
        try (Stream<Path> files = Files.walk(data)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().contains("postgres/program")))
                    .noneMatch(file -> holds(file, password));
        }
    }

    @Test
    void whatAKilledLauncherLeftBehindIsStoppedByTheNextStart() throws Exception {
        List<ProcessHandle> left;
        try (LauncherProcess launcher = up(Map.of())) {
            launcher.awaitReady();
            left = processes();
            launcher.signal("KILL");
        }
        assertThat(left).anyMatch(ProcessHandle::isAlive);

        try (LauncherProcess launcher = up(Map.of())) {
            launcher.awaitReady();
            assertThat(left).noneMatch(ProcessHandle::isAlive);
            assertThat(launcher.output()).anyMatch(line -> line.startsWith("Stopping what an earlier start"));
        }
    }

    @Test
    void aDeadServiceEndsTheSuiteWithOneSentence() throws Exception {
        try (LauncherProcess launcher = up(Map.of())) {
            launcher.awaitReady();
            List<ProcessHandle> processes = processes();
            RunFile.read(new Folder(data)).orElseThrow().children().stream()
                    .filter(child -> child.name().equals("task-service"))
                    .forEach(child -> child.process().orElseThrow().destroyForcibly());

            assertThat(launcher.awaitEnd()).isEqualTo(1);
            assertThat(launcher.output()).contains("limn: task-service was killed by signal 9.");
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void aServiceThatCannotStartIsNamedWithItsError() throws Exception {
        try (LauncherProcess launcher = up(Map.of("LIMN_STUB_FAILS", "lambda-service"))) {
            assertThat(launcher.awaitEnd()).isEqualTo(1);
            assertThat(launcher.output())
                    .anyMatch(line -> line.startsWith("limn: lambda-service ended with code 3")
                            && line.contains("a setting is wrong"));
        }
    }

    @Test
    void aBusyPortIsOneSentence() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                LauncherProcess launcher = LauncherProcess.start(
                        home, Map.of(), "up", "--port", "" + other.getLocalPort(), "--data", data.toString())) {
            assertThat(launcher.awaitEnd()).isEqualTo(1);
            assertThat(launcher.output())
                    .contains("limn: Port " + other.getLocalPort()
                            + " on 127.0.0.1 is already in use; choose another with --port.");
        }
    }

    @Test
    void aSecondLauncherOnTheSameFolderIsRefused() throws Exception {
        try (LauncherProcess first = up(Map.of())) {
            first.awaitReady();
            try (LauncherProcess second = up(Map.of())) {
                assertThat(second.awaitEnd()).isEqualTo(1);
                assertThat(second.output()).anyMatch(line -> line.startsWith("limn: Limn already runs on " + data));
            }
            assertThat(processes()).allMatch(ProcessHandle::isAlive);
        }
    }

    private LauncherProcess up(Map<String, String> environment, String... more) throws IOException {
        String port;
        try (Ports ports = new Ports()) {
            port = Integer.toString(ports.near(20000));
        }
        String[] arguments = Stream.concat(Stream.of("up", "--port", port, "--data", data.toString()), Stream.of(more))
                .toArray(String[]::new);
        return LauncherProcess.start(home, environment, arguments);
    }

    /** All children of the suite that runs on the data folder, the database included. */
    private List<ProcessHandle> processes() {
        Stream<ProcessHandle> children = RunFile.read(new Folder(data)).orElseThrow().children().stream()
                .flatMap(child -> child.process().stream());
        Stream<ProcessHandle> database =
                PostgresServer.pid(data.resolve("postgres/data")).flatMap(ProcessHandle::of).stream();
        return Stream.concat(children, database).toList();
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            return false;
        }
    }
}
