package io.limn.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Command lines of child JVMs. */
final class Jvm {
    private final Folder folder;

    Jvm(Folder folder) {
        this.folder = folder;
    }

    /** @param name of the process, which has temporary files of its own */
    List<String> command(String name, int heapMegabytes, ClassPath classPath, ClassArchive archive, String... program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        // A heap this small is collected quickest by one thread, which also keeps no tables for regions.
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+UseCompactObjectHeaders");
        // The second compiler doubles the processor time of a start; for long heavy use LIMN_JAVA_OPTIONS turns it on
        // again.
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(archive.flags());
        command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Djava.awt.headless=true");
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-Djava.io.tmpdir=" + emptied(folder.temporary(name)));
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + folder.cache().resolve("javacpp"));
        command.addAll(furtherFlags());
        command.add("-cp");
        command.add(classPath.text());
        command.addAll(List.of(program));
        return command;
    }

    /** Words of {@code LIMN_JAVA_OPTIONS}, which win over what stands before them. */
    private static List<String> furtherFlags() {
        String words = System.getenv().getOrDefault("LIMN_JAVA_OPTIONS", "").strip();
        return words.isEmpty() ? List.of() : List.of(words.split("\\s+", -1));
    }

    private static Path emptied(Path directory) {
        try {
            Files.createDirectories(directory);
            try (var files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    if (!file.equals(directory)) {
                        Files.delete(file);
                    }
                }
            }
            return directory;
        } catch (IOException | UncheckedIOException e) {
            throw new StartFailure("Cannot empty the folder " + directory + ": " + e.getMessage() + ".", e);
        }
    }
}
