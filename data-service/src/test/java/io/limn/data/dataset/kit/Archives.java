package io.limn.data.dataset.kit;

import io.limn.data.dataset.archive.ArchiveLimits;
import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.ExportSource;
import io.limn.data.media.BytesSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Archives in memory, for tests of formats. */
public final class Archives {
    private Archives() {}

    /** What an exporter writes. */
    public static byte[] export(DatasetExporter exporter, ExportSource source) {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new ArchiveWriter(bytes)) {
            exporter.export(source, writer);
            writer.finish();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    /** The files of an archive as texts, in its order. */
    public static Map<String, String> texts(byte[] archive) {
        var texts = new LinkedHashMap<String, String>();
        try (var opened = open(archive)) {
            for (var name : opened.names()) {
                texts.put(name, new String(opened.bytes(name, Integer.MAX_VALUE), StandardCharsets.UTF_8));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return texts;
    }

    /** The files of an archive, in its order. */
    public static Map<String, byte[]> files(byte[] archive) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var opened = open(archive)) {
            for (var name : opened.names()) {
                files.put(name, opened.bytes(name, Integer.MAX_VALUE));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return files;
    }

    /** An archive of texts, written by another tool than ours. */
    public static byte[] zip(Map<String, String> texts) {
        var files = new LinkedHashMap<String, byte[]>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return zipBytes(files);
    }

    /** An archive of files, written by another tool than ours. */
    public static byte[] zipBytes(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    /** Opens an archive or a bare file as one that was sent. */
    public static ImportArchive open(byte[] bytes) throws IOException {
        return open("dataset.zip", bytes);
    }

    /** Opens an archive or a bare file as one that was sent. */
    public static ImportArchive open(String name, byte[] bytes) throws IOException {
        return ImportArchive.open(name, new BytesSource(bytes), ArchiveLimits.USUAL);
    }

    /** Whether readers that go from begin to end can follow, which stored entries with known sizes allow. */
    public static int countByStream(byte[] archive) throws IOException {
        int count = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            while (zip.getNextEntry() != null) {
                count++;
            }
        }
        return count;
    }
}
