package io.limn.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process that this one has started and stops again. It leads a session of its own, so that Ctrl-C at the terminal reaches the
 * launcher only, which then stops everything in order.
 */
final class ChildProcess {
    private static final Duration POLITE = Duration.ofSeconds(45);

    /** A process that a signal has ended reports this plus the signal's number. */
    private static final int SIGNALS = 128;

    private final String name;
    private final Process process;
    private final ChildLog log;
    private volatile boolean stopping;

    private ChildProcess(String name, Process process, ChildLog log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static ChildProcess start(String name, List<String> command, Map<String, String> environment, ChildLog log) {
        ProcessBuilder builder = new ProcessBuilder(inOwnSession(command)).redirectErrorStream(true);
        // What only one service may know must not be inherited by all of them.
        builder.environment().remove("LIMN_ADMIN_PASSWORD");
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            ChildProcess child = new ChildProcess(name, process, log);
            Thread.ofPlatform()
                    .name(name + " output")
                    .daemon()
                    .start(() -> log.copy(process.inputReader(StandardCharsets.UTF_8)));
            return child;
        } catch (IOException e) {
            throw new StartFailure("Cannot start " + name + ": " + e.getMessage() + ".", e);
        }
    }

    String name() {
        return name;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ChildLog log() {
        return log;
    }

    /** Done when the process has ended without having been asked to. */
    CompletableFuture<ChildProcess> death() {
        CompletableFuture<ChildProcess> death = new CompletableFuture<>();
        process.onExit().thenAccept(ended -> {
            if (!stopping) {
                death.complete(this);
            }
        });
        return death;
    }

    /** How it ended, in words without the full stop. */
    String obituary() {
        int code = process.isAlive() ? 0 : process.exitValue();
        if (code > SIGNALS) {
            return name + " was killed by signal " + (code - SIGNALS);
        }
        String why = log.lastError();
        return name + " ended with code " + code + (why.isEmpty() ? "" : ": " + why.replaceFirst("\\.+$", ""));
    }

    /** Asks it to end, insists after a while, and returns when it is gone. */
    void stop() {
        expectEnd();
        process.destroy();
        try {
            if (!process.waitFor(POLITE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** Ends it at once, as a power cut would. */
    void kill() {
        expectEnd();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Its end is no accident any more. */
    void expectEnd() {
        stopping = true;
        log.quiet();
    }

    /** The command, to be run as the leader of a new session. */
    static List<String> inOwnSession(List<String> command) {
        List<String> wrapped = new ArrayList<>();
        if (onPath("setsid")) {
            wrapped.add("setsid");
        } else if (onPath("perl")) {
            wrapped.addAll(List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die $!", "--"));
        }
        wrapped.addAll(command);
        return wrapped;
    }

    private static boolean onPath(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
