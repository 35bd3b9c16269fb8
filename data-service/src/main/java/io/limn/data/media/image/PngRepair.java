package io.limn.data.media.image;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/** Completes a PNG that was cut short: the rows that are there stay, the missing ones become black. */
final class PngRepair {
    private static final int HEADER_END = 33;

    private final ByteBuffer file;
    private final Inflater inflater = new Inflater();
    private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();

    private PngRepair(byte[] file) {
        this.file = ByteBuffer.wrap(file);
    }

    /** A complete PNG; meaningless when the file is no PNG with a whole header. */
    static byte[] repaired(byte[] file) throws IOException {
        return new PngRepair(file).repair();
    }

    private byte[] repair() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(file.array(), 0, HEADER_END);
        try (DeflaterOutputStream rows = new DeflaterOutputStream(pixels, new Deflater(Deflater.BEST_SPEED))) {
            long missing = rawSize() - copyChunks(out, rows);
            byte[] zeros = new byte[8192];
            for (; missing > 0; missing -= zeros.length) {
                rows.write(zeros, 0, (int) Math.min(zeros.length, missing));
            }
        } finally {
            inflater.end();
        }
        writeChunk(out, "IDAT", pixels.toByteArray());
        writeChunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    /** Copies palette and transparency, inflates the pixels as far as they go and answers how many bytes these are. */
    private long copyChunks(DataOutputStream out, DeflaterOutputStream rows) throws IOException {
        long raw = 0;
        int at = HEADER_END;
        while (at + 8 < file.capacity()) {
            int length = Math.min(Math.max(0, file.getInt(at)), file.capacity() - at - 8);
            String type = new String(file.array(), at + 4, 4, StandardCharsets.ISO_8859_1);
            if (type.equals("IDAT")) {
                raw += inflate(at + 8, length, rows);
            } else if (type.equals("PLTE") || type.equals("tRNS")) {
                byte[] content = new byte[length];
                file.get(at + 8, content);
                writeChunk(out, type, content);
            }
            at += 12 + length;
        }
        return raw;
    }

    private long inflate(int at, int length, DeflaterOutputStream rows) throws IOException {
        byte[] piece = new byte[8192];
        long raw = 0;
        inflater.setInput(file.array(), at, length);
        try {
            for (int count = inflater.inflate(piece); count > 0; count = inflater.inflate(piece)) {
                rows.write(piece, 0, count);
                raw += count;
            }
        } catch (DataFormatException damaged) {
            inflater.reset();
        }
        return raw;
    }

    /** At least as many bytes as the rows have; interlacing adds a few for its passes. */
    private long rawSize() {
        long width = file.getInt(16);
        long height = file.getInt(20);
        int channels = new int[] {1, 1, 3, 1, 2, 1, 4}[file.get(25) % 7];
        long row = 1 + (width * channels * file.get(24) + 7) / 8;
        return file.get(28) == 0 ? row * height : (row + 8) * (height + 16) * 2;
    }

    private static void writeChunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) checksum.getValue());
    }
}
