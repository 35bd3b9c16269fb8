package io.limn.data.frame;

import io.limn.data.media.SeekableSource;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** An archive of frames: entries numbered from 0, stored without compression, in the order in which they lie in the file. */
final class FrameArchive implements Closeable {
    private static final byte[] BLACK_PIXEL = resource("placeholder.jpg");

    private final ZipArchiveOutputStream zip;
    private final SeekableByteChannel channel;
    private final long largest;
    private int count;

    /**
     * Starts an archive.
     *
     * @param file must not exist
     * @param largest the most bytes that it may have
     */
    FrameArchive(Path file, long largest) throws IOException {
        channel = Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.largest = largest;
        zip = new ZipArchiveOutputStream(channel);
        zip.setUseZip64(Zip64Mode.Never);
        zip.setMethod(ZipArchiveOutputStream.STORED);
    }

    /** Adds the next frame. */
    void add(String extension, byte[] bytes) throws IOException {
        add(extension, new ByteArrayInputStream(bytes), bytes.length);
    }

    /** Adds the next frame. */
    void add(String extension, SeekableSource source) throws IOException {
        try (source) {
            add(extension, new SourceStream(source), source.length());
        }
    }

    /** Adds a black pixel in the place of the next frame. */
    void addPlaceholder() throws IOException {
        add("jpeg", BLACK_PIXEL);
    }

    /** Adds the next frame. */
    void add(String extension, InputStream bytes, long length) throws IOException {
        if (channel.position() + length > largest) {
            throw new TooLargeException(channel.position() + length);
        }
        ZipArchiveEntry entry = new ZipArchiveEntry(String.format(Locale.ROOT, "%06d.%s", count++, extension));
        entry.setSize(length);
        entry.setTime(0);
        zip.putArchiveEntry(entry);
        bytes.transferTo(zip);
        zip.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        try {
            zip.finish();
        } finally {
            channel.close();
        }
    }

    private static byte[] resource(String name) {
        try (InputStream bytes = FrameArchive.class.getResourceAsStream(name)) {
            return bytes.readAllBytes();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
