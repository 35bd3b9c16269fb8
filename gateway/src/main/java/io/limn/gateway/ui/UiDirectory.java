package io.limn.gateway.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a user interface, listed once at the start: a path of a request is looked up in the list and never
 * touches the file system, so it cannot leave the directory.
 */
final class UiDirectory {
    private static final String INDEX = "/index.html";

    private final Map<String, Path> files;

    private UiDirectory(Map<String, Path> files) {
        this.files = files;
    }

    /**
     * Lists a directory.
     *
     * @throws IllegalStateException when it has no {@code index.html}
     */
    static UiDirectory list(Path root) {
        var files = new HashMap<String, Path>();
        try (var paths = Files.walk(root)) {
            paths.filter(Files::isRegularFile)
                    .forEach(file ->
                            files.put("/" + root.relativize(file).toString().replace('\\', '/'), file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The directory of the user interface cannot be read: " + root, unreadable);
        }
        if (!files.containsKey(INDEX)) {
            throw new IllegalStateException("There is no index.html in the directory of the user interface: " + root);
        }
        return new UiDirectory(Map.copyOf(files));
    }

    /** The file of a path. */
    Optional<Path> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The file of a path in compressed form, when the build of the user interface made one. */
    Optional<Path> compressed(String path) {
        return Optional.ofNullable(files.get(path + ".gz"));
    }

    /** Whether a file answers a path; all others are pages of the application. */
    boolean has(String path) {
        return files.containsKey(path);
    }

    /** Path of the application's page. */
    static String index() {
        return INDEX;
    }
}
