package io.limn.data.dataset.archive;

import io.limn.data.dataset.format.DatasetException;
import io.limn.data.media.SeekableSource;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What somebody sent to be imported: an archive, or one bare file. Entries are read where they lie, in any order and as
 * often as needed. Names lead nowhere else, entries are as long as they say, and there is an end to all.
 */
public final class ImportArchive implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int DEEPEST = 4;

    private final String fileName;
    private final SeekableSource source;
    private final Map<String, ArchiveEntry> entries;

    private ImportArchive(String fileName, SeekableSource source, Map<String, ArchiveEntry> entries) {
        this.fileName = fileName;
        this.source = source;
        this.entries = entries;
    }

    /**
     * Opens a file.
     *
     * @param fileName as it was sent
     * @param source   closed with the archive
     * @throws DatasetException when it is an archive that is broken, dangerous or too large
     */
    public static ImportArchive open(String fileName, SeekableSource source, ArchiveLimits limits) throws IOException {
        var begin = source.readUpTo(0, 4);
        boolean zip = begin.length == 4
                && begin[0] == 'P'
                && begin[1] == 'K'
                && (begin[2] == 3 && begin[3] == 4 || begin[2] == 5 && begin[3] == 6);
        return new ImportArchive(fileName, source, zip ? CentralDirectory.read(source, fileName, limits) : null);
    }

    /** The name of the file as it was sent. */
    public String fileName() {
        return fileName;
    }

    /** Whether it is an archive; otherwise it is one bare file. */
    public boolean isArchive() {
        return entries != null;
    }

    /** Names of all files in it, in its order; none of a bare file. */
    public List<String> names() {
        return entries == null ? List.of() : List.copyOf(entries.keySet());
    }

    /** Names that fit, in the order of the archive. */
    public List<String> names(Predicate<String> wanted) {
        return entries == null
                ? List.of()
                : entries.keySet().stream().filter(wanted).toList();
    }

    /** Whether it has a file of a name. */
    public boolean has(String name) {
        return entries != null && entries.containsKey(name);
    }

    /** The expanded length of a file. */
    public long length(String name) {
        return entry(name).length();
    }

    /**
     * Opens a file of it; the caller closes the stream.
     *
     * @throws DatasetException when there is none, or, while it is read, when it is broken
     */
    public InputStream open(String name) throws IOException {
        var entry = entry(name);
        var header = source.readUpTo(entry.header(), 30);
        if (header.length < 30 || header[0] != 'P' || header[1] != 'K' || header[2] != 3 || header[3] != 4) {
            throw DatasetException.malformed(fileName, name, "the entry has no header");
        }
        long start = entry.header() + 30 + number(header, 26) + number(header, 28);
        InputStream bytes = new SourceStream(source, start, start + entry.packed());
        if (entry.method() != 0) {
            bytes = new InflaterInputStream(new BufferedInputStream(bytes, BUFFER), new Inflater(true), BUFFER) {
                @Override
                public void close() throws IOException {
                    super.close();
                    inf.end();
                }
            };
        }
        return new BufferedInputStream(new EntryStream(bytes, fileName, name, entry), BUFFER);
    }

    private static int number(byte[] header, int at) {
        return (header[at] & 0xff) | (header[at + 1] & 0xff) << 8;
    }

    /**
     * Reads a file of it that is small by its nature.
     *
     * @param most bytes; a larger one is refused
     */
    public byte[] bytes(String name, int most) throws IOException {
        if (length(name) > most) {
            throw DatasetException.malformed(fileName, name, "the file is larger than " + most + " bytes");
        }
        try (var in = open(name)) {
            return in.readAllBytes();
        }
    }

    /** Opens the bare file. */
    public InputStream open() {
        return new BufferedInputStream(new SourceStream(source, 0, source.length()), BUFFER);
    }

    private ArchiveEntry entry(String name) {
        var entry = entries == null ? null : entries.get(name);
        if (entry == null) {
            throw DatasetException.malformed(fileName, name, "there is no such file");
        }
        return entry;
    }

    /**
     * The folder nearest to the top, and not too deep, that has a file which fits.
     *
     * @param wanted sees paths below a folder
     * @return with a slash at its end, empty for the top; nothing when there is none
     */
    public Optional<String> folderWith(Predicate<String> wanted) {
        String best = null;
        for (var name : names()) {
            int depth = 0;
            for (int end = 0; depth <= DEEPEST; end = name.indexOf('/', end) + 1, depth++) {
                if (wanted.test(name.substring(end)) && (best == null || slashes(best) > depth)) {
                    best = name.substring(0, end);
                }
                if (name.indexOf('/', end) < 0) {
                    break;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static long slashes(String folder) {
        return folder.chars().filter(letter -> letter == '/').count();
    }

    /** The same archive as seen from one of its folders; closing it closes nothing. */
    public ImportArchive below(String folder) {
        if (folder.isEmpty()) {
            return this;
        }
        var below = new LinkedHashMap<String, ArchiveEntry>();
        entries.forEach((name, entry) -> {
            if (name.startsWith(folder)) {
                below.put(name.substring(folder.length()), entry);
            }
        });
        return new ImportArchive(fileName, new Borrowed(source), below);
    }

    private record Borrowed(SeekableSource source) implements SeekableSource {
        @Override
        public long length() {
            return source.length();
        }

        @Override
        public int read(long offset, byte[] into, int at, int count) throws IOException {
            return source.read(offset, into, at, count);
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
