package io.limn.data.share;

import io.limn.data.media.FileSource;
import io.limn.data.media.MediaKind;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.SourceUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of media that operators mount. Nothing outside it is ever read, not even by way of symbolic links. */
@ApplicationScoped
public class Share {
    private static final int DEEPEST = 64;

    private final ShareConfig config;

    Share(ShareConfig config) {
        this.config = config;
    }

    /**
     * Finds a file or folder.
     *
     * @param path relative to the share
     * @return empty when there is none
     * @throws OutsideShareException when it leads out of the share
     */
    public Optional<Path> find(String path) throws OutsideShareException {
        if (config.folder().isEmpty()) {
            return Optional.empty();
        }
        try {
            var root = config.folder().get().toRealPath();
            var wanted = root.resolve(path).normalize();
            if (!wanted.startsWith(root)) {
                throw new OutsideShareException(path);
            }
            if (!Files.exists(wanted)) {
                return Optional.empty();
            }
            var real = wanted.toRealPath();
            if (!real.startsWith(root)) {
                throw new OutsideShareException(path);
            }
            return Optional.of(wanted);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The entries of one folder, folders first, each kind by name.
     *
     * @param prefix with which names begin; case counts
     * @return empty when it is no folder of the share
     */
    public Optional<List<ShareEntry>> list(String folder, String prefix) {
        if (folder.isEmpty() && config.folder().isEmpty()) {
            return Optional.of(List.of());
        }
        try {
            var found = find(folder).filter(Files::isDirectory);
            return found.isEmpty() ? Optional.empty() : Optional.of(entries(folder, found.get(), prefix));
        } catch (OutsideShareException outside) {
            return Optional.empty();
        }
    }

    private List<ShareEntry> entries(String name, Path folder, String prefix) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> child.getFileName().toString().startsWith(prefix))
                    .filter(child -> isInside(name, child))
                    .flatMap(child -> entry(child).stream())
                    .sorted(Comparator.comparing(ShareEntry::type).thenComparing(ShareEntry::name))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean isInside(String folder, Path child) {
        try {
            return find((folder.isEmpty() ? "" : folder + "/") + child.getFileName())
                    .isPresent();
        } catch (OutsideShareException link) {
            return false;
        }
    }

    private static Optional<ShareEntry> entry(Path child) {
        var name = child.getFileName().toString();
        if (Files.isDirectory(child)) {
            return Optional.of(new ShareEntry(name, "DIR", "DIR"));
        }
        return Files.isRegularFile(child) ? Optional.of(new ShareEntry(name, "REG", kind(name))) : Optional.empty();
    }

    private static String kind(String name) {
        return MediaKind.of(name)
                .map(kind -> kind == MediaKind.ZIP ? MediaKind.ARCHIVE : kind)
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .orElse("unknown");
    }

    /**
     * The files below a folder, by path.
     *
     * @param folder relative to the share
     * @return paths relative to the share, sorted
     */
    public List<String> walk(String folder) throws OutsideShareException {
        var found = find(folder);
        if (found.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> below = Files.walk(found.get(), DEEPEST)) {
            return below.filter(Files::isRegularFile)
                    .map(file -> found.get().relativize(file).toString().replace('\\', '/'))
                    .map(path -> folder.isEmpty() ? path : folder + "/" + path)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Opens a file for reading at any place.
     *
     * @throws SourceUnavailableException when it is no longer there
     */
    public SeekableSource open(String path) throws IOException {
        try {
            var file = find(path).filter(Files::isRegularFile);
            if (file.isPresent()) {
                return new FileSource(file.get());
            }
        } catch (OutsideShareException outside) {
            throw new SourceUnavailableException(404, outside.getMessage());
        }
        throw new SourceUnavailableException(404, "The file " + path + " is no longer in the share");
    }
}
