package io.limn.data.dataset.archive;

import io.limn.data.dataset.content.MediaFile;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Writes an archive from begin to end into a stream, entry after entry. Bytes whose length is known are stored as they
 * are; text that grows while it is written is compressed lightly. There are no entries for folders.
 */
public final class ArchiveWriter implements Closeable {
    private static final int HELD = 4 << 20;
    private static final int BUFFER = 1 << 16;
    /** One time for all entries, so that equal datasets are equal archives: the first moment the format knows. */
    private static final long EPOCH = 315_532_800_000L + 43_200_000L;

    private final ZipArchiveOutputStream zip;
    private boolean open;

    /** Into a stream that is closed with this. */
    public ArchiveWriter(OutputStream out) {
        zip = new ZipArchiveOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /**
     * Begins an entry of any length. Its stream is to be closed before the next entry.
     *
     * @param name path within the archive
     */
    public OutputStream entry(String name) throws IOException {
        begin(name, ZipArchiveEntry.DEFLATED, -1, 0);
        return new BufferedOutputStream(
                new FilterOutputStream(zip) {
                    @Override
                    public void write(byte[] bytes, int at, int length) throws IOException {
                        out.write(bytes, at, length);
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() throws IOException {
                        end();
                    }
                },
                BUFFER);
    }

    /** Adds a text. */
    public void text(String name, String content) throws IOException {
        bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes. */
    public void bytes(String name, byte[] content) throws IOException {
        var sum = new CRC32();
        sum.update(content);
        begin(name, ZipArchiveEntry.STORED, content.length, sum.getValue());
        zip.write(content);
        end();
    }

    /** Adds a picture or a point cloud; a large one is read twice, for its checksum goes before its bytes. */
    public void media(String name, MediaFile file) throws IOException {
        long length = file.length();
        if (length <= HELD) {
            try (var in = file.open()) {
                bytes(name, in.readNBytes((int) length));
            }
            return;
        }
        begin(name, ZipArchiveEntry.STORED, length, sum(file));
        try (var in = file.open()) {
            in.transferTo(zip);
        }
        end();
    }

    private static long sum(MediaFile file) throws IOException {
        var sum = new CRC32();
        var piece = new byte[BUFFER];
        try (InputStream in = file.open()) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                sum.update(piece, 0, count);
            }
        }
        return sum.getValue();
    }

    private void begin(String name, int method, long length, long sum) throws IOException {
        if (open) {
            throw new IllegalStateException("The entry before " + name + " has not been closed");
        }
        var entry = new ZipArchiveEntry(name);
        entry.setTime(EPOCH);
        entry.setMethod(method);
        if (length >= 0) {
            entry.setSize(length);
            entry.setCrc(sum);
        }
        // Only where the length is not known beforehand must there be room for a large one.
        zip.setUseZip64(length < 0 ? Zip64Mode.AlwaysWithCompatibility : Zip64Mode.AsNeeded);
        zip.putArchiveEntry(entry);
        open = true;
    }

    private void end() throws IOException {
        if (open) {
            open = false;
            zip.closeArchiveEntry();
        }
    }

    /** Writes the list of entries; without this nobody can read the archive. */
    public void finish() {
        try {
            zip.setUseZip64(Zip64Mode.AsNeeded);
            zip.finish();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
