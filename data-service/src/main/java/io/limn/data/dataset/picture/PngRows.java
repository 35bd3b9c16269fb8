package io.limn.data.dataset.picture;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Reads a PNG picture row by row, without native code and in memory for two rows. */
public final class PngRows implements Closeable {
    private static final int LARGEST = 1 << 28;
    private static final int HEADER = 0x49484452;
    private static final int PALETTE = 0x504c5445;
    private static final int TRANSPARENCY = 0x74524e53;
    private static final int OPAQUE = 0xff000000;

    private final PngData data;
    private final Inflater inflater = new Inflater();
    private final InflaterInputStream pixels;
    private int width;
    private int height;
    private int depth;
    private int type;
    private int[] palette = {};
    private int pixelBytes;
    private byte[] row;
    private byte[] above;
    private int done;

    private PngRows(PngData data) {
        this.data = data;
        pixels = new InflaterInputStream(data, inflater, 1 << 13);
    }

    /**
     * Opens a picture of an archive.
     *
     * @throws DatasetException when it is none, or of a kind that masks are not stored in
     */
    public static PngRows open(ImportArchive archive, String file) throws IOException {
        var data = new PngData(archive.open(file), file);
        var rows = new PngRows(data);
        try {
            data.header(rows::chunk);
        } catch (EOFException end) {
            throw data.malformed("the picture ends too early");
        }
        if (rows.width == 0) {
            throw data.malformed("the picture has no header");
        }
        if (rows.type == 3 && rows.palette.length == 0) {
            throw data.malformed("the picture has no palette");
        }
        return rows;
    }

    private void chunk(int chunk, byte[] content) {
        switch (chunk) {
            case HEADER -> header(content);
            case PALETTE -> {
                palette = new int[content.length / 3];
                for (int i = 0; i < palette.length; i++) {
                    palette[i] = OPAQUE | bytes(content, 3 * i, 3);
                }
            }
            case TRANSPARENCY -> {
                if (type == 3) {
                    for (int i = 0; i < Math.min(palette.length, content.length); i++) {
                        palette[i] = palette[i] & ~OPAQUE | (content[i] & 0xff) << 24;
                    }
                }
            }
            default -> {}
        }
    }

    private void header(byte[] content) {
        if (content.length != 13 || width != 0) {
            throw data.malformed("the header of the picture is broken");
        }
        width = bytes(content, 0, 4);
        height = bytes(content, 4, 4);
        depth = content[8];
        type = content[9];
        int samples =
                switch (type) {
                    case 0, 3 -> 1;
                    case 2 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> 0;
                };
        boolean deep = depth == 8 || depth == 16 && type != 3;
        boolean fine = (depth == 1 || depth == 2 || depth == 4) && samples == 1;
        if (width <= 0 || height <= 0 || (long) width * height > LARGEST || samples == 0 || !deep && !fine) {
            throw data.malformed("the header of the picture is broken, or it is too large");
        }
        if (content[12] != 0) {
            throw data.malformed("interlaced pictures are not supported for masks");
        }
        pixelBytes = Math.max(1, samples * depth / 8);
        row = new byte[Math.toIntExact(((long) width * samples * depth + 7) / 8)];
        above = new byte[row.length];
    }

    private static int bytes(byte[] from, int at, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | from[at + i] & 0xff;
        }
        return value;
    }

    /** Pixels across. */
    public int width() {
        return width;
    }

    /** Pixels down. */
    public int height() {
        return height;
    }

    /** Whether pixels are numbers rather than colours: gray or those of a palette. */
    public boolean isNumbered() {
        return type == 0 || type == 3;
    }

    /** Whether the numbers of pixels have colours. */
    public boolean hasPalette() {
        return type == 3;
    }

    /** Goes to the next row. */
    public void next() throws IOException {
        var before = above;
        above = row;
        row = before;
        try {
            int filter = pixels.read();
            if (filter < 0 || filter > 4 || pixels.readNBytes(row, 0, row.length) < row.length) {
                throw data.malformed("the pixels of the picture are broken");
            }
            PngFilter.undo(filter, row, above, pixelBytes);
            if (++done == height && pixels.read() < 0) {
                data.end();
            }
        } catch (ZipException | EOFException broken) {
            throw data.malformed("the pixels of the picture are broken");
        }
    }

    /** The number of a pixel of the row, as it is stored. */
    public int number(int x) {
        if (depth >= 8) {
            return bytes(row, x * depth / 8, depth / 8);
        }
        int bit = x * depth;
        return (row[bit >> 3] & 0xff) >> 8 - depth - (bit & 7) & (1 << depth) - 1;
    }

    /** The colour of a pixel of the row as {@code 0xaarrggbb}. */
    public int colour(int x) {
        int step = depth / 8;
        int at = x * pixelBytes;
        return switch (type) {
            case 0 -> OPAQUE | 0x010101 * gray(number(x));
            case 2 -> OPAQUE | rgb(at, step);
            case 4 -> (row[at + step] & 0xff) << 24 | 0x010101 * (row[at] & 0xff);
            case 6 -> (row[at + 3 * step] & 0xff) << 24 | rgb(at, step);
            default -> paletteColour(number(x));
        };
    }

    private int gray(int number) {
        return depth == 16 ? number >> 8 : number * 255 / ((1 << depth) - 1);
    }

    private int rgb(int at, int step) {
        return (row[at] & 0xff) << 16 | (row[at + step] & 0xff) << 8 | row[at + 2 * step] & 0xff;
    }

    private int paletteColour(int number) {
        if (number >= palette.length) {
            throw data.malformed("a pixel has number " + number + ", which the palette lacks");
        }
        return palette[number];
    }

    /** Says what is wrong with the picture. */
    public DatasetException malformed(String text) {
        return data.malformed(text);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        data.close();
    }
}
