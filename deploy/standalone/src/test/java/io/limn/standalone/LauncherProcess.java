package io.limn.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The launcher in a process of its own, as {@code ./limn} starts it, with all that it prints. */
final class LauncherProcess implements AutoCloseable {
    private static final String READY = "Limn is ready";

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();

    private LauncherProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(() -> {
            try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
                reader.lines().forEach(output::add);
            } catch (IOException e) {
                output.add(e.toString());
            }
        });
    }

    static LauncherProcess start(Path home, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(interruptible());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dlimn.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("LIMN_ADMIN_PASSWORD");
        builder.environment().putAll(environment);
        return new LauncherProcess(builder.start());
    }

    /** A run in the background of a shell ignores Ctrl-C and hands that down; a terminal would not. */
    private static List<String> interruptible() {
        return System.getProperty("os.name").equals("Linux") ? List.of("env", "--default-signal=INT") : List.of();
    }

    /** Waits for the line that says that everything runs. */
    String awaitReady() {
        return await().atMost(Duration.ofSeconds(90))
                .failFast("the launcher has ended", () -> !process.isAlive() && !isReady())
                .until(
                        () -> output.stream()
                                .filter(line -> line.startsWith(READY))
                                .findFirst()
                                .orElse(""),
                        line -> !line.isEmpty());
    }

    private boolean isReady() {
        return output.stream().anyMatch(line -> line.startsWith(READY));
    }

    /** The exit code, when it has ended by itself or by a signal. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new AssertionError("the launcher still runs: " + output);
        }
        return process.exitValue();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    List<String> output() {
        return output;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }
}
