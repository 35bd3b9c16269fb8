package io.limn.data.dataset.picture;

import io.limn.data.dataset.format.DatasetException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The chunks of a PNG file: those before the pixels one by one, then the bytes of the pixels as a stream. */
final class PngData extends InputStream {
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int PIXELS = 0x49444154;
    private static final int SMALL = 1 << 16;

    private final DataInputStream in;
    private final String file;
    private final CRC32 sum = new CRC32();
    private int left;

    PngData(InputStream in, String file) throws IOException {
        this.in = new DataInputStream(in);
        this.file = file;
        try {
            if (this.in.readLong() != SIGNATURE) {
                throw malformed("it is not a PNG picture");
            }
        } catch (EOFException end) {
            throw malformed("it is not a PNG picture");
        }
    }

    /** Takes a chunk by its type. */
    @FunctionalInterface
    interface Visitor {
        void visit(int type, byte[] content);
    }

    /** Goes through the chunks before the pixels. */
    void header(Visitor visitor) throws IOException {
        for (int type = begin(); type != PIXELS; type = begin()) {
            if (left <= SMALL) {
                var content = new byte[left];
                in.readFully(content);
                sum.update(content);
                left = 0;
                check();
                visitor.visit(type, content);
            } else {
                in.skipNBytes(left + 4L);
            }
        }
    }

    private int begin() throws IOException {
        try {
            left = in.readInt();
            var type = new byte[4];
            in.readFully(type);
            if (left < 0) {
                throw malformed("a chunk of the picture is too long");
            }
            sum.reset();
            sum.update(type);
            return (type[0] & 0xff) << 24 | (type[1] & 0xff) << 16 | (type[2] & 0xff) << 8 | type[3] & 0xff;
        } catch (EOFException end) {
            throw malformed("the picture ends too early");
        }
    }

    private void check() throws IOException {
        try {
            if (in.readInt() != (int) sum.getValue()) {
                throw malformed("a checksum of the picture is wrong");
            }
        } catch (EOFException end) {
            throw malformed("the picture ends too early");
        }
    }

    /** Reads what follows the pixels in their last chunk, and checks that. */
    void end() throws IOException {
        var rest = new byte[SMALL];
        while (left > 0) {
            read(rest, 0, rest.length);
        }
        check();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        while (left == 0) {
            check();
            if (begin() != PIXELS) {
                throw malformed("the picture ends too early");
            }
        }
        int count = in.read(into, at, Math.min(length, left));
        if (count < 0) {
            throw malformed("the picture ends too early");
        }
        sum.update(into, at, count);
        left -= count;
        return count;
    }

    DatasetException malformed(String text) {
        return DatasetException.malformed(file, "", text);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
