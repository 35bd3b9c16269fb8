package io.limn.data.dataset.archive;

import io.limn.data.dataset.format.DatasetException;
import io.limn.data.media.SeekableSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the list of entries of an archive, which stands at its end, within limits and without trusting it. */
final class CentralDirectory {
    private static final int TAIL = 22 + 0xffff;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_LENGTH = 46;
    private static final int UNICODE = 1 << 11;
    private static final int ENCRYPTED = 1;
    private static final long MAX_32 = 0xffff_ffffL;
    private static final Charset OLD =
            Charset.isSupported("IBM437") ? Charset.forName("IBM437") : Charset.forName("ISO-8859-1");

    private final SeekableSource source;
    private final String file;
    private final ArchiveLimits limits;
    private final Map<String, ArchiveEntry> entries = new LinkedHashMap<>();
    private long packed;
    private long expanded;

    private CentralDirectory(SeekableSource source, String file, ArchiveLimits limits) {
        this.source = source;
        this.file = file;
        this.limits = limits;
    }

    /**
     * The files of an archive by name, in its order.
     *
     * @throws DatasetException when it is broken, dangerous or too large
     */
    static Map<String, ArchiveEntry> read(SeekableSource source, String file, ArchiveLimits limits) throws IOException {
        var directory = new CentralDirectory(source, file, limits);
        directory.read();
        return directory.entries;
    }

    private void read() throws IOException {
        long tailStart = Math.max(0, source.length() - TAIL);
        var tail = buffer(source.readUpTo(tailStart, TAIL));
        int end = end(tail);
        long count = tail.getShort(end + 10) & 0xffff;
        long start = tail.getInt(end + 16) & MAX_32;
        if (end >= 20 && tail.getInt(end - 20) == LOCATOR_64) {
            var end64 = buffer(source.readUpTo(tail.getLong(end - 12), 56));
            if (end64.capacity() < 56 || end64.getInt(0) != END_64) {
                throw broken("the end of the list of entries is missing");
            }
            count = end64.getLong(32);
            start = end64.getLong(48);
        }
        if (count < 0 || count > limits.entries()) {
            throw DatasetException.unfit(file + ": the archive has more than " + limits.entries() + " entries");
        }
        try (var in = new BufferedInputStream(new SourceStream(source, start, tailStart + end), 1 << 16)) {
            for (long number = 0; number < count; number++) {
                entry(in, number + 1);
            }
        }
    }

    private int end(ByteBuffer tail) {
        for (int at = tail.capacity() - 22; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                return at;
            }
        }
        throw broken("it is not a zip archive");
    }

    private void entry(BufferedInputStream in, long number) throws IOException {
        var header = buffer(in.readNBytes(HEADER_LENGTH));
        if (header.capacity() < HEADER_LENGTH || header.getInt(0) != HEADER) {
            throw broken("entry " + number + " of the list is broken");
        }
        int flags = header.getShort(8) & 0xffff;
        var name = in.readNBytes(header.getShort(28) & 0xffff);
        var extra = buffer(in.readNBytes(header.getShort(30) & 0xffff));
        in.readNBytes(header.getShort(32) & 0xffff);
        var clean = clean(name, flags);
        if (clean.endsWith("/")) {
            return;
        }
        var place = place(header, extra, clean);
        if ((flags & ENCRYPTED) != 0) {
            throw DatasetException.malformed(file, clean, "the entry is encrypted");
        }
        packed += place.packed();
        expanded += place.length();
        if (place.packed() < 0 || place.length() < 0 || packed > source.length() || expanded > limits.expanded()) {
            throw DatasetException.malformed(file, clean, "the sizes of the entries are not possible or too large");
        }
        if (entries.putIfAbsent(clean, place) != null) {
            throw DatasetException.malformed(file, clean, "two entries have this name");
        }
    }

    private ArchiveEntry place(ByteBuffer header, ByteBuffer extra, String name) {
        long length = header.getInt(24) & MAX_32;
        long size = header.getInt(20) & MAX_32;
        long offset = header.getInt(42) & MAX_32;
        for (int at = 0; at + 4 <= extra.capacity(); at += 4 + (extra.getShort(at + 2) & 0xffff)) {
            if (extra.getShort(at) == 1) {
                int next = at + 4;
                int last = Math.min(extra.capacity(), next + (extra.getShort(at + 2) & 0xffff));
                if (length == MAX_32 && next + 8 <= last) {
                    length = extra.getLong(next);
                    next += 8;
                }
                if (size == MAX_32 && next + 8 <= last) {
                    size = extra.getLong(next);
                    next += 8;
                }
                if (offset == MAX_32 && next + 8 <= last) {
                    offset = extra.getLong(next);
                }
            }
        }
        int method = header.getShort(10) & 0xffff;
        if (method != 0 && method != 8) {
            throw DatasetException.malformed(file, name, "the entry is compressed in an unknown way");
        }
        return new ArchiveEntry(offset, size, length, method, header.getInt(16) & MAX_32);
    }

    private String clean(byte[] bytes, int flags) {
        var name = decode(bytes, flags).replace('\\', '/');
        while (name.startsWith("./")) {
            name = name.substring(2);
        }
        if (name.isEmpty() || name.startsWith("/") || name.matches("[A-Za-z]:.*") || name.indexOf('\0') >= 0) {
            throw broken("the name '" + name.replace("\0", "") + "' is not allowed");
        }
        for (var part : name.split("/", -1)) {
            if (part.equals("..")) {
                throw broken("the name '" + name + "' leads out of the archive");
            }
        }
        return name;
    }

    private static String decode(byte[] bytes, int flags) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException old) {
            return new String(bytes, (flags & UNICODE) != 0 ? StandardCharsets.UTF_8 : OLD);
        }
    }

    private DatasetException broken(String text) {
        return DatasetException.malformed(file, "", text);
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
