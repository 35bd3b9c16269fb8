package io.limn.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;

/** The layout of the data folder: everything Limn keeps is below it, and deleting it forgets everything. */
final class Folder {
    /** Below this a database is likely to stop half-way; better refuse in time. */
    private static final long LEAST_FREE_BYTES = 600L << 20;

    private static final long EXHAUSTED_BYTES = 32L << 20;

    private final Path root;

    Folder(Path root) {
        this.root = root;
    }

    /** Makes the folders, or says in one sentence why that cannot be. */
    void prepare() {
        try {
            Files.createDirectories(root);
            restrict(root);
            for (Path folder : new Path[] {keys(), logs(), run(), blobs(), cache()}) {
                Files.createDirectories(folder);
            }
            restrict(keys());
        } catch (IOException e) {
            throw new StartFailure("Cannot write to the data folder " + root + ": " + reason(e) + ".", e);
        }
        if (isFull()) {
            throw new StartFailure("The disk that holds " + root + " has less than " + (LEAST_FREE_BYTES >> 20)
                    + " MB free; make room or choose another folder with --data.");
        }
    }

    /** Too little room to start in. */
    boolean isFull() {
        return hasLessThan(LEAST_FREE_BYTES);
    }

    /** Too little room to go on. */
    boolean isExhausted() {
        return hasLessThan(EXHAUSTED_BYTES);
    }

    private boolean hasLessThan(long bytes) {
        try {
            return Files.getFileStore(root).getUsableSpace() < bytes;
        } catch (IOException e) {
            return false;
        }
    }

    Path root() {
        return root;
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    Path run() {
        return root.resolve("run");
    }

    /** Keeps the settings of a process in a form that a shell reads, so that the service can be run from its sources. */
    void writeSettings(String process, Map<String, String> settings) {
        String lines = settings.entrySet().stream()
                .filter(setting -> !setting.getKey().equals("LIMN_ADMIN_PASSWORD"))
                .sorted(Map.Entry.comparingByKey())
                .map(setting -> setting.getKey() + "='" + setting.getValue().replace("'", "'\\''") + "'\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(run().resolve(process + ".env"), lines);
        } catch (IOException e) {
            throw new StartFailure("Cannot write to the data folder " + root + ": " + reason(e) + ".", e);
        }
    }

    Path blobs() {
        return root.resolve("blobs");
    }

    /** Files that can be deleted while nothing runs: unpacked native libraries. */
    Path cache() {
        return root.resolve("cache");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path temporary(String process) {
        return root.resolve("tmp").resolve(process);
    }

    /** There once the first administrator exists. */
    Path administratorMark() {
        return keys().resolve("administrator-created");
    }

    private static void restrict(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException
                ? "access is denied"
                : String.valueOf(e.getMessage()).replace("\n", " ");
    }
}
