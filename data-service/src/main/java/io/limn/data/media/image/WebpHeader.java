package io.limn.data.media.image;

import java.io.IOException;

/** The three forms of a WebP file. */
final class WebpHeader {
    private static final int MOST_CHUNKS = 1000;

    private WebpHeader() {}

    static Header read(HeaderBytes bytes) throws IOException {
        if (bytes.has(12, "VP8X")) {
            boolean exif = (bytes.u8(20) & 0x08) != 0;
            boolean alpha = (bytes.u8(20) & 0x10) != 0;
            return new Header(
                    1 + u24(bytes, 24), 1 + u24(bytes, 27), "webp", exif ? orientation(bytes) : 1, alpha ? 4 : 3);
        }
        if (bytes.has(12, "VP8L")) {
            long bits = bytes.u32(21, true);
            return new Header(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF), "webp", 1, 4);
        }
        return new Header(bytes.u16(26, true) & 0x3FFF, bytes.u16(28, true) & 0x3FFF, "webp", 1, 3);
    }

    private static int orientation(HeaderBytes bytes) throws IOException {
        long at = 12;
        for (int i = 0; i < MOST_CHUNKS && at + 8 <= bytes.length(); i++) {
            if (bytes.has(at, "EXIF")) {
                return TiffHeader.orientation(bytes, bytes.has(at + 8, "Exif\0\0") ? at + 14 : at + 8);
            }
            long size = bytes.u32(at + 4, true);
            at += 8 + size + (size & 1);
        }
        return 1;
    }

    private static long u24(HeaderBytes bytes, long offset) throws IOException {
        return bytes.u16(offset, true) | (long) bytes.u8(offset + 2) << 16;
    }
}
