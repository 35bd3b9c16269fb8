package io.limn.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The JVM's archive of loaded classes (class data sharing) for one program, kept beside its jars. The first process that runs after
 * a build writes it when it ends, and every later start reads its classes from there. (Writing it while the process goes on, by
 * {@code jcmd VM.cds dynamic_dump}, crashes JDK 25 some seconds later.)
 */
final class ClassArchive {
    private static final String SUFFIX = ".jsa";

    private final Path file;
    private final Path draft;
    private final boolean possible;

    private ClassArchive(Path file, boolean possible) {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        this.possible = possible;
    }

    static ClassArchive of(String program, ClassPath classPath, Path folder) {
        // Classes in folders, as in a development run, are not archived by the JVM.
        boolean possible = classPath.jars().stream().noneMatch(Files::isDirectory) && canWrite(folder);
        return new ClassArchive(folder.resolve(program + "-" + classPath.fingerprint() + SUFFIX), possible);
    }

    /** Whether a process that was started with {@link #flags()} takes its time to write the archive when it ends. */
    boolean isAwaited() {
        return possible && !Files.exists(file);
    }

    List<String> flags() {
        if (!possible) {
            return List.of();
        }
        // The JVM reports an archive that does not fit, or a class that does not fit into one, although it only starts
        // slower.
        return List.of(
                isAwaited() ? "-XX:ArchiveClassesAtExit=" + draft : "-XX:SharedArchiveFile=" + file,
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-Xlog:aot=off");
    }

    /** Called when the process has ended: what it wrote is offered to later starts. A failure only means a slower one. */
    void publish() {
        try {
            if (Files.exists(draft)) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
                removeOlder();
            }
        } catch (IOException e) {
            // the folder has become read-only or has been cleaned
        }
    }

    private void removeOlder() throws IOException {
        String name = file.getFileName().toString();
        String program = name.substring(0, name.lastIndexOf('-') + 1);
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path old : files.filter(found -> found.getFileName().toString().startsWith(program))
                    .filter(found -> !found.equals(file))
                    .toList()) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static boolean canWrite(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.isWritable(folder);
        } catch (IOException e) {
            return false;
        }
    }
}
