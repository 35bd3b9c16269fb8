package io.limn.data.frame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * Derived bytes in the local folder.
 *
 * @param path where they are
 * @param size how many
 * @param checksum what clients compare
 */
record DerivedFile(Path path, long size, long checksum) {
    private static final int CHECKED = 1000;

    /** Reads size and checksum of a complete file. */
    static DerivedFile of(Path path) throws IOException {
        long size = Files.size(path);
        try (InputStream bytes = Files.newInputStream(path)) {
            return new DerivedFile(path, size, checksum(size, bytes.readNBytes(CHECKED)));
        }
    }

    /** The CRC-32 of the length in digits, continued over the first thousand bytes. */
    static long checksum(long size, byte[] first) {
        CRC32 sum = new CRC32();
        sum.update(Long.toString(size).getBytes(StandardCharsets.US_ASCII));
        sum.update(first, 0, Math.min(first.length, CHECKED));
        return sum.getValue();
    }
}
