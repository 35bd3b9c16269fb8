package io.limn.standalone;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Starts a suite that goes on when this process ends. */
final class BackgroundStart {
    private static final Duration LONGEST = Duration.ofSeconds(180);

    private BackgroundStart() {}

    /** Where the suite on this folder answers, if one is ready. */
    static Optional<URI> address(Folder folder) {
        return RunFile.read(folder)
                .filter(RunFile::ready)
                .filter(run -> run.launcher().process().isPresent())
                .map(run -> URI.create(run.address()));
    }

    /** Returns when it is ready. */
    static URI start(Options options, Folder folder, Administrator administrator) {
        folder.prepare();
        Path log = folder.log("launcher");
        System.out.println("Starting Limn on " + folder.root() + " in the background …");
        ProcessBuilder builder = new ProcessBuilder(ChildProcess.inOwnSession(command(options)))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(administrator.environment());
        try {
            Process launcher = builder.start();
            long end = System.nanoTime() + LONGEST.toNanos();
            while (System.nanoTime() < end) {
                Optional<URI> ready = address(folder);
                if (ready.isPresent()) {
                    System.out.println("Limn is ready at " + ready.get());
                    return ready.get();
                }
                if (!launcher.isAlive()) {
                    throw new StartFailure(lastLine(log));
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
            launcher.destroy();
            throw new StartFailure("Limn was not ready after " + LONGEST.toSeconds() + " s; see " + log + ".");
        } catch (IOException e) {
            throw new StartFailure("Cannot start Limn in the background: " + e.getMessage() + ".", e);
        }
    }

    /** This very program with its own flags, and {@code up} as its command. */
    private static List<String> command(Options options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName(), "up"));
        command.addAll(options.arguments());
        return command;
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty()
                ? "Limn ended at once; see " + log + "."
                : lines.getLast().replaceFirst("^limn: ", "");
    }
}
