package io.limn.data.dataset.archive;

import io.limn.data.dataset.format.DatasetException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** The expanded bytes of an entry: as many as announced and with the right checksum, or the archive is broken. */
final class EntryStream extends FilterInputStream {
    private final String file;
    private final String name;
    private final ArchiveEntry entry;
    private final CRC32 sum = new CRC32();
    private long read;

    EntryStream(InputStream bytes, String file, String name, ArchiveEntry entry) {
        super(bytes);
        this.file = file;
        this.name = name;
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        int count;
        try {
            count = in.read(into, at, length);
        } catch (ZipException | java.io.EOFException broken) {
            throw broken("the compressed bytes are broken");
        }
        if (count < 0) {
            if (read != entry.length() || sum.getValue() != entry.crc()) {
                throw broken("the entry is not as long as announced, or its checksum is wrong");
            }
            return -1;
        }
        read += count;
        if (read > entry.length()) {
            throw broken("the entry is longer than announced");
        }
        sum.update(into, at, count);
        return count;
    }

    private DatasetException broken(String text) {
        return DatasetException.malformed(file, name, text);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
