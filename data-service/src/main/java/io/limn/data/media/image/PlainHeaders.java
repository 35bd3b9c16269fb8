package io.limn.data.media.image;

import java.io.IOException;

/** Formats whose size stands at a fixed place, or nearly so. */
final class PlainHeaders {
    private PlainHeaders() {}

    static Header gif(HeaderBytes bytes) throws IOException {
        return new Header(bytes.u16(6, true), bytes.u16(8, true), "gif", 1, 3);
    }

    static Header bmp(HeaderBytes bytes) throws IOException {
        if (bytes.u32(14, true) == 12) {
            return new Header(bytes.u16(18, true), bytes.u16(20, true), "bmp", 1, 3);
        }
        long height = Math.abs((long) (int) bytes.u32(22, true));
        return new Header(bytes.u32(18, true), height, "bmp", 1, Math.max(1, bytes.u16(28, true) / 8));
    }

    /** The portable any-map family: magic, width, height as text with comments between. */
    static Header pnm(HeaderBytes bytes) throws IOException {
        int kind = bytes.u8(1) - '0';
        long[] numbers = new long[2];
        long at = 2;
        for (int i = 0; i < 2; i++) {
            at = skipBlanks(bytes, at);
            while (Character.isDigit(bytes.u8(at)) && numbers[i] < Integer.MAX_VALUE) {
                numbers[i] = numbers[i] * 10 + bytes.u8(at) - '0';
                at++;
            }
        }
        return new Header(numbers[0], numbers[1], "pnm", 1, kind == 3 || kind == 6 ? 3 : 1);
    }

    private static long skipBlanks(HeaderBytes bytes, long from) throws IOException {
        long at = from;
        boolean comment = false;
        while (comment || bytes.u8(at) == '#' || Character.isWhitespace(bytes.u8(at))) {
            comment = bytes.u8(at) == '#' || (comment && bytes.u8(at) != '\n');
            at++;
        }
        return at;
    }

    /** An icon holds several pictures; the largest one counts. */
    static Header ico(HeaderBytes bytes) throws IOException {
        int count = bytes.u16(4, true);
        long width = 0;
        long height = 0;
        for (int i = 0; i < count; i++) {
            long w = (bytes.u8(6 + 16L * i) + 255) % 256 + 1L;
            long h = (bytes.u8(7 + 16L * i) + 255) % 256 + 1L;
            if (w * h > width * height) {
                width = w;
                height = h;
            }
        }
        return new Header(width, height, "ico", 1, 4);
    }

    /** Truevision files have no signature: the name decides, and the header is checked for sense. */
    static Header tga(HeaderBytes bytes) throws IOException {
        int type = bytes.u8(2) & 0x07;
        int bits = bytes.u8(16);
        boolean sensible = type >= 1 && type <= 3 && bits >= 8 && bits <= 32 && bytes.u8(1) <= 1;
        return new Header(sensible ? bytes.u16(12, true) : 0, bytes.u16(14, true), "tga", 1, bits / 8);
    }

    /** JPEG 2000: the size is in the image header box, or right after the marker of a bare code stream. */
    static Header jp2(HeaderBytes bytes) throws IOException {
        if (bytes.u8(0) == 0xFF) {
            return new Header(
                    bytes.u32(8, false) - bytes.u32(16, false),
                    bytes.u32(12, false) - bytes.u32(20, false),
                    "jp2",
                    1,
                    bytes.u16(40, false));
        }
        for (long at = 0; at < Math.min(bytes.length(), 4096); at++) {
            if (bytes.has(at, "ihdr")) {
                return new Header(
                        bytes.u32(at + 8, false), bytes.u32(at + 4, false), "jp2", 1, bytes.u16(at + 12, false));
            }
        }
        return new Header(0, 0, "jp2", 1, 0);
    }
}
