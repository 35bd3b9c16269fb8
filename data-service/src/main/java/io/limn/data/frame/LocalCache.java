package io.limn.data.frame;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The derived files that this replica served lately, on its own disk, up to a size. A file that may be on its way out to a client stays. */
@ApplicationScoped
class LocalCache {
    private static final Logger LOG = Logger.getLogger(LocalCache.class);
    private static final String UNFINISHED = ".part";
    private static final Duration BEING_SENT = Duration.ofMinutes(1);

    private final Path folder;
    private final long most;
    private final Map<String, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
    private long total;

    private record Entry(DerivedFile file, Instant used) {}

    LocalCache(FrameConfig config) {
        folder = config.cacheFolder();
        most = config.cacheSize().asLongValue();
        try {
            Files.createDirectories(folder);
            takeOver();
        } catch (IOException unusable) {
            throw new IllegalStateException("The folder " + folder + " cannot be used", unusable);
        }
    }

    /** What an earlier run left is still right, since names follow from content. */
    private void takeOver() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(UNFINISHED)) {
                    Files.deleteIfExists(file);
                } else {
                    remember(name, DerivedFile.of(file));
                }
            }
        }
    }

    /** A file that is here. */
    synchronized Optional<DerivedFile> find(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (!Files.exists(entry.file.path())) {
            forget(key);
            return Optional.empty();
        }
        entries.put(key, new Entry(entry.file, Instant.now()));
        return Optional.of(entry.file);
    }

    /** A place to write a file that is not finished. */
    Path unfinished() {
        return folder.resolve(UUID.randomUUID() + UNFINISHED);
    }

    /** Takes a finished file. */
    DerivedFile keep(String key, Path finished) throws IOException {
        Path place = folder.resolve(key);
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DerivedFile file = DerivedFile.of(place);
        remember(key, file);
        return file;
    }

    private synchronized void remember(String key, DerivedFile file) {
        forget(key);
        entries.put(key, new Entry(file, Instant.now()));
        total += file.size();
        makeRoom(key);
    }

    private void makeRoom(String newest) {
        Instant limit = Instant.now().minus(BEING_SENT);
        List<String> leaving = new ArrayList<>();
        long left = total;
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (left <= most) {
                break;
            }
            if (!entry.getKey().equals(newest) && entry.getValue().used.isBefore(limit)) {
                leaving.add(entry.getKey());
                left -= entry.getValue().file.size();
            }
        }
        leaving.forEach(this::delete);
    }

    private void delete(String key) {
        Path file = entries.get(key).file.path();
        forget(key);
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warnf("The file %s cannot be deleted: %s", file, stays.getMessage());
        }
    }

    private void forget(String key) {
        Entry known = entries.remove(key);
        total -= known == null ? 0 : known.file.size();
    }

    /** Removes everything that was made from some source media. */
    synchronized void drop(long dataId) {
        List<String> leaving = entries.keySet().stream()
                .filter(key -> key.startsWith(dataId + "-"))
                .toList();
        leaving.forEach(this::delete);
    }
}
