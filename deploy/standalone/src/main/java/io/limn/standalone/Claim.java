package io.limn.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to run on a data folder: one launcher at a time. The system frees it when the launcher ends, however that happens. */
final class Claim implements AutoCloseable {
    private final FileChannel channel;

    private Claim(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StartFailure when another launcher has it */
    static Claim on(Folder folder) {
        Path file = folder.run().resolve("lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                String where =
                        RunFile.read(folder).map(run -> " at " + run.address()).orElse("");
                throw new StartFailure("Limn already runs on " + folder.root() + where + "; ./limn down stops it.");
            }
            return new Claim(channel);
        } catch (IOException e) {
            throw new StartFailure("Cannot lock " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StartFailure("Cannot give the data folder free: " + e.getMessage() + ".", e);
        }
    }
}
