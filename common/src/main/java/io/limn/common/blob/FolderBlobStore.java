package io.limn.common.blob;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Blobs as files below one folder. A blob is written beside the others under a name that no key can have, forced to the
 * disk and moved into its place; then the folder that names it is forced as well.
 */
public final class FolderBlobStore implements BlobStore {
    private static final String UNFINISHED = ".unfinished";

    private final Path root;

    /** A store in a folder, which is made when it is missing. */
    public FolderBlobStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void put(String key, InputStream bytes, long length) throws IOException {
        var target = path(key);
        var unfinished = root.resolve(UNFINISHED).resolve(UUID.randomUUID().toString());
        makeFolder(unfinished.getParent());
        try {
            try (var file = FileChannel.open(unfinished, CREATE_NEW, WRITE)) {
                new Exactly(bytes, length).transferTo(Channels.newOutputStream(file));
                file.force(true);
            }
            makeFolder(target.getParent());
            Files.move(unfinished, target, ATOMIC_MOVE);
            force(target.getParent());
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        for (var made = folder; !made.equals(root); made = made.getParent()) {
            force(made.getParent());
        }
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream get(String key) throws IOException {
        return Channels.newInputStream(open(key));
    }

    @Override
    public InputStream get(String key, long offset, long length) throws IOException {
        var file = open(key);
        long end = Math.min(file.size(), Math.addExact(offset, length));
        return new Exactly(Channels.newInputStream(file.position(offset)), Math.max(0, end - offset)) {
            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    private FileChannel open(String key) throws IOException {
        try {
            return FileChannel.open(path(key), READ);
        } catch (NoSuchFileException missing) {
            throw new BlobNotFoundException(key);
        }
    }

    @Override
    public long size(String key) throws IOException {
        try {
            return Files.size(path(key));
        } catch (NoSuchFileException missing) {
            throw new BlobNotFoundException(key);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    @Override
    public Stream<String> list(String prefix) throws IOException {
        BlobKeys.requirePrefix(prefix);
        var folder = root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        return Files.walk(folder)
                .filter(Files::isRegularFile)
                .map(file -> root.relativize(file).toString().replace('\\', '/'))
                .filter(key -> key.startsWith(prefix) && !key.startsWith(UNFINISHED));
    }

    private Path path(String key) {
        return root.resolve(BlobKeys.require(key));
    }

    /** The file behind a blob, for those who can hand it to the operating system (zero copy, child processes). */
    public Path file(String key) {
        return path(key);
    }
}
