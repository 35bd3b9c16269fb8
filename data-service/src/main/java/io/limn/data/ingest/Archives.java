package io.limn.data.ingest;

import io.limn.common.blob.BlobStore;
import io.limn.common.work.PermanentFailure;
import io.limn.data.media.MediaKind;
import io.limn.data.upload.PartCutter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** Unpacks archives of pictures straight from their blobs into new ones. */
@ApplicationScoped
public class Archives {
    private static final int DECOMPRESSOR_MEMORY_KIB = 128 << 10;

    private final BlobStore store;
    private final Sources sources;
    private final IngestConfig limits;

    Archives(BlobStore store, Sources sources, IngestConfig limits) {
        this.store = store;
        this.sources = sources;
        this.limits = limits;
    }

    /**
     * Unpacks the pictures of an archive.
     *
     * @param folder where their blobs go; its intent has been noted
     * @throws PermanentFailure when it is no archive, has no pictures or holds too much
     */
    List<SourceFile> unpack(SourceFile archive, MediaKind kind, String folder) throws IOException {
        try (var cutter = new PartCutter(store, folder)) {
            var unpacking = new Unpacking(cutter, limits, archive.length());
            var name = archive.name().toLowerCase(Locale.ROOT);
            if (kind == MediaKind.ZIP) {
                unzip(archive, unpacking);
            } else if (name.endsWith(".7z")) {
                unpackSevenZip(archive, unpacking);
            } else if (name.endsWith(".rar")) {
                throw new PermanentFailure("RAR archives are not available on this server");
            } else {
                unpackStream(archive, unpacking);
            }
            return unpacking.files();
        }
    }

    private void unzip(SourceFile archive, Unpacking unpacking) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SourceChannel(sources.open(archive.parts())))
                .get()) {
            for (var entries = zip.getEntriesInPhysicalOrder(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (!entry.isDirectory() && !entry.isUnixSymlink() && unpacking.wants(entry.getName())) {
                    try (var content = zip.getInputStream(entry)) {
                        unpacking.take(entry.getName(), content);
                    }
                }
            }
        } catch (IOException noArchive) {
            throw new PermanentFailure("File is not a zip file: " + noArchive.getMessage(), noArchive);
        }
    }

    private void unpackSevenZip(SourceFile archive, Unpacking unpacking) {
        try (var file = SevenZFile.builder()
                .setSeekableByteChannel(new SourceChannel(sources.open(archive.parts())))
                .setMaxMemoryLimitKiB(DECOMPRESSOR_MEMORY_KIB)
                .get()) {
            for (var entry = file.getNextEntry(); entry != null; entry = file.getNextEntry()) {
                if (!entry.isDirectory() && entry.hasStream() && unpacking.wants(entry.getName())) {
                    unpacking.take(entry.getName(), file.getInputStream(entry));
                }
            }
        } catch (IOException noArchive) {
            throw unreadable(archive, noArchive);
        }
    }

    private void unpackStream(SourceFile archive, Unpacking unpacking) {
        try (var bytes = new BufferedInputStream(
                        Channels.newInputStream(new SourceChannel(sources.open(archive.parts()))), 64 << 10);
                var plain = new BufferedInputStream(decompress(bytes), 64 << 10);
                ArchiveInputStream<?> entries = new ArchiveStreamFactory().createArchiveInputStream(plain)) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.isDirectory() && entries.canReadEntryData(entry) && unpacking.wants(entry.getName())) {
                    unpacking.take(entry.getName(), entries);
                }
            }
        } catch (IOException noArchive) {
            throw unreadable(archive, noArchive);
        }
    }

    private static InputStream decompress(BufferedInputStream bytes) throws CompressorException {
        var factory = new CompressorStreamFactory(true, DECOMPRESSOR_MEMORY_KIB);
        try {
            return factory.createCompressorInputStream(CompressorStreamFactory.detect(bytes), bytes);
        } catch (CompressorException plain) {
            return bytes;
        }
    }

    private static PermanentFailure unreadable(SourceFile archive, Exception fault) {
        return new PermanentFailure(
                "The archive '" + archive.name() + "' cannot be unpacked: " + fault.getMessage(), fault);
    }
}
