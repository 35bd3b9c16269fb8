package io.limn.data.media.image;

import java.io.IOException;

/** Walks the segments of a JPEG file up to its frame header. */
final class JpegHeader {
    private static final int APP1 = 0xE1;
    private static final int MOST_SEGMENTS = 10_000;

    private JpegHeader() {}

    static Header read(HeaderBytes bytes) throws IOException {
        int orientation = 0;
        long at = 2;
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            int marker = bytes.u8(at + 1);
            if (bytes.u8(at) != 0xFF || marker == 0xFF || marker == 0) {
                at++;
                continue;
            }
            if (isFrame(marker)) {
                return new Header(
                        bytes.u16(at + 7, false),
                        bytes.u16(at + 5, false),
                        "jpeg",
                        Math.max(orientation, 1),
                        bytes.u8(at + 9));
            }
            if (marker == APP1 && orientation == 0 && bytes.has(at + 4, "Exif\0\0")) {
                orientation = TiffHeader.orientation(bytes, at + 10);
            }
            at += hasNoLength(marker) ? 2 : 2 + Math.max(2, bytes.u16(at + 2, false));
        }
        return new Header(0, 0, "jpeg", 1, 0);
    }

    /** Frame headers are C0 to CF except the tables C4, C8 and CC. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean hasNoLength(int marker) {
        return (marker >= 0xD0 && marker <= 0xD8) || marker == 0x01;
    }
}
