package io.limn.data.dataset.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes pictures row by row as PNG, so that only their compressed bytes are held. */
public final class PngWriter {
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;

    private PngWriter() {}

    /** What a pixel consists of. */
    public enum Pixels {
        /** One byte. */
        GRAY(8, 0, 1),
        /** Two bytes, the higher one first. */
        DEEP_GRAY(16, 0, 2),
        /** Red, green and blue. */
        COLOUR(8, 2, 3),
        /** Red, green, blue and how much it covers. */
        COLOUR_WITH_ALPHA(8, 6, 4);

        private final int depth;
        private final int type;
        private final int bytes;

        Pixels(int depth, int type, int bytes) {
            this.depth = depth;
            this.type = type;
            this.bytes = bytes;
        }

        /** Bytes of a pixel. */
        public int bytes() {
            return bytes;
        }
    }

    /** Gives the rows of a picture. */
    @FunctionalInterface
    public interface Rows {
        /**
         * Gives a row.
         *
         * @param y      from the top
         * @param offset where its bytes begin
         * @param row    to be filled; zeros before
         */
        void fill(int y, int offset, byte[] row);
    }

    /** The file of a picture. */
    public static byte[] write(int width, int height, Pixels pixels, Rows rows) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(SIGNATURE);
            chunk(out, "IHDR", header(width, height, pixels));
            chunk(out, "IDAT", data(width, height, pixels, rows));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(int width, int height, Pixels pixels) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(width);
            out.writeInt(height);
            out.write(pixels.depth);
            out.write(pixels.type);
            out.write(new byte[3]);
        }
        return bytes.toByteArray();
    }

    private static byte[] data(int width, int height, Pixels pixels, Rows rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(bytes, deflater, 1 << 13)) {
            // Each row begins with the number of its filter; 0 is none, which suits areas of one colour.
            var row = new byte[1 + width * pixels.bytes];
            for (int y = 0; y < height; y++) {
                Arrays.fill(row, (byte) 0);
                rows.fill(y, 1, row);
                out.write(row);
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
