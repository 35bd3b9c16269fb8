package io.limn.data.media.image;

import java.io.IOException;

/** The first chunks of a PNG file. */
final class PngHeader {
    private static final int[] CHANNELS = {1, 0, 3, 1, 2, 0, 4};
    private static final int MOST_CHUNKS = 1000;

    private PngHeader() {}

    static Header read(HeaderBytes bytes) throws IOException {
        int color = bytes.u8(25);
        return new Header(
                bytes.u32(16, false),
                bytes.u32(20, false),
                "png",
                orientation(bytes),
                color < CHANNELS.length ? CHANNELS[color] : 0);
    }

    private static int orientation(HeaderBytes bytes) throws IOException {
        long at = 8;
        for (int i = 0; i < MOST_CHUNKS && at + 12 <= bytes.length(); i++) {
            if (bytes.has(at + 4, "eXIf")) {
                return TiffHeader.orientation(bytes, at + 8);
            }
            if (bytes.has(at + 4, "IDAT")) {
                break;
            }
            at += 12 + bytes.u32(at, false);
        }
        return 1;
    }
}
