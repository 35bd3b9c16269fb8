package io.limn.data.media.image;

import io.limn.data.media.CachedSource;
import io.limn.data.media.SeekableSource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads numbers at given places of a file, a few kilobytes at a time. */
final class HeaderBytes {
    private static final int BLOCK = 4096;

    private final SeekableSource source;

    HeaderBytes(SeekableSource source) {
        this.source = new CachedSource(source, BLOCK, 16);
    }

    long length() {
        return source.length();
    }

    int u8(long offset) throws IOException {
        byte[] one = new byte[1];
        if (offset < 0 || source.read(offset, one, 0, 1) < 1) {
            throw new EOFException("The file ends in its header");
        }
        return one[0] & 0xFF;
    }

    int u16(long offset, boolean little) throws IOException {
        int first = u8(offset);
        int second = u8(offset + 1);
        return little ? second << 8 | first : first << 8 | second;
    }

    long u32(long offset, boolean little) throws IOException {
        long first = u16(offset, little);
        long second = u16(offset + 2, little);
        return little ? second << 16 | first : first << 16 | second;
    }

    /** True when these Latin-1 characters stand at the offset. */
    boolean has(long offset, String text) throws IOException {
        if (offset < 0 || offset + text.length() > length()) {
            return false;
        }
        byte[] found = source.readUpTo(offset, text.length());
        return new String(found, StandardCharsets.ISO_8859_1).equals(text);
    }
}
