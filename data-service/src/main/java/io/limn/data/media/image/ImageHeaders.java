package io.limn.data.media.image;

import io.limn.data.media.ImageFacts;
import io.limn.data.media.SeekableSource;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Reads the size of a picture from its first bytes, without a decoder. */
public final class ImageHeaders {
    private ImageHeaders() {}

    /**
     * Reads the header of a picture.
     *
     * @param name decides only for formats without a signature
     * @return empty when no format is recognised or the header is damaged; a decoder may know more
     */
    public static Optional<ImageFacts> read(SeekableSource source, String name) throws IOException {
        try {
            Header header = header(new HeaderBytes(source), name.toLowerCase(Locale.ROOT));
            return Optional.ofNullable(header).filter(Header::plausible).map(Header::facts);
        } catch (EOFException | ArithmeticException damaged) {
            return Optional.empty();
        }
    }

    private static Header header(HeaderBytes bytes, String name) throws IOException {
        if (bytes.has(0, "\u00ff\u00d8\u00ff")) {
            return JpegHeader.read(bytes);
        }
        if (bytes.has(0, "\u0089PNG\r\n\u001a\n")) {
            return PngHeader.read(bytes);
        }
        if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) {
            return WebpHeader.read(bytes);
        }
        if (bytes.has(0, "II*\0") || bytes.has(0, "MM\0*")) {
            return TiffHeader.read(bytes);
        }
        if (bytes.has(0, "GIF87a") || bytes.has(0, "GIF89a")) {
            return PlainHeaders.gif(bytes);
        }
        if (bytes.has(0, "BM")) {
            return PlainHeaders.bmp(bytes);
        }
        return rarer(bytes, name);
    }

    private static Header rarer(HeaderBytes bytes, String name) throws IOException {
        if (bytes.has(0, "P") && bytes.u8(1) >= '1' && bytes.u8(1) <= '6' && Character.isWhitespace(bytes.u8(2))) {
            return PlainHeaders.pnm(bytes);
        }
        if (bytes.has(4, "jP  ") || bytes.has(0, "\u00ffO\u00ffQ")) {
            return PlainHeaders.jp2(bytes);
        }
        if (bytes.has(0, "\0\0\1\0")) {
            return PlainHeaders.ico(bytes);
        }
        return name.endsWith(".tga") ? PlainHeaders.tga(bytes) : null;
    }
}
