package io.limn.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Stops what a killed launcher has left running on a data folder. Only for the holder of the {@link Claim}. */
final class Orphans {
    private static final Duration POLITE = Duration.ofSeconds(15);
    private static final Duration DATABASE = Duration.ofSeconds(60);

    private Orphans() {}

    static void stop(Folder folder, Terminal terminal) {
        List<RunFile.Entry> left = RunFile.read(folder).map(RunFile::children).orElse(List.of()).stream()
                .filter(entry -> entry.process().isPresent())
                .toList();
        if (!left.isEmpty()) {
            terminal.say("Stopping what an earlier start has left behind: "
                    + String.join(", ", left.stream().map(RunFile.Entry::name).toList()) + ".");
            left.forEach(entry -> entry.process().ifPresent(ProcessHandle::destroy));
            for (RunFile.Entry entry : left) {
                entry.process().ifPresent(process -> {
                    if (!ends(process, POLITE)) {
                        process.destroyForcibly();
                        ends(process, POLITE);
                    }
                });
            }
        }
        stopPostgres(folder);
        RunFile.delete(folder);
    }

    /** A new server would join the old one, which still has its old settings. */
    private static void stopPostgres(Folder folder) {
        Path data = folder.postgres().resolve("data");
        PostgresServer.pid(data)
                .flatMap(ProcessHandle::of)
                .filter(Orphans::isPostgres)
                .ifPresent(process -> {
                    interrupt(process);
                    if (!ends(process, DATABASE)) {
                        throw new StartFailure("An older PostgreSQL (process " + process.pid() + ") still runs on "
                                + data + " and does not stop.");
                    }
                });
        try {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new StartFailure("Cannot delete postmaster.pid in " + data + ": " + e.getMessage() + ".", e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> command.contains("postgres"))
                        .orElse(false);
    }

    /** SIGINT is PostgreSQL's fast shutdown; the SIGTERM of the Java API would wait for clients to leave. */
    private static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .onExit()
                    .get(5, TimeUnit.SECONDS);
        } catch (IOException | java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the process ends within the time. */
    static boolean ends(ProcessHandle process, Duration longest) {
        try {
            return process.onExit()
                    .thenApply(ended -> true)
                    .completeOnTimeout(false, longest.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            return !process.isAlive();
        }
    }
}
