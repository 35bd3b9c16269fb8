package io.limn.data.media.video;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a plain MP4 file from encoded samples: the form that the browser's decoder can parse (track 1, version 0 boxes, 32-bit sizes, one
 * parameter set of each kind, lengths of four bytes, an explicit sample table, the index after the data). Memory does not grow with the
 * file.
 */
public final class Mp4Writer implements Closeable {
    private static final byte[] TYPE = Boxes.box("ftyp", out -> {
        out.write("isom".getBytes(StandardCharsets.ISO_8859_1));
        out.writeInt(0x200);
        out.write("isomiso2avc1mp41".getBytes(StandardCharsets.ISO_8859_1));
    });
    private static final int DATA_OFFSET = TYPE.length + 8;

    private final FileChannel file;
    private final FrameSize size;
    private final List<Integer> samples = new ArrayList<>();
    private final List<Integer> keys = new ArrayList<>();
    private byte[] sequence;
    private byte[] picture;

    /**
     * Starts a file.
     *
     * @param file must not exist
     * @param size of the encoded frames
     */
    public Mp4Writer(Path file, FrameSize size) throws IOException {
        this.file = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.size = size;
        write(ByteBuffer.wrap(TYPE));
        write(ByteBuffer.allocate(8));
    }

    /** Adds one frame in Annex B form. */
    public void sample(byte[] annexB) throws IOException {
        int bytes = 0;
        boolean key = false;
        for (byte[] unit : NalUnits.split(annexB)) {
            key |= NalUnits.type(unit) == NalUnits.KEY_PICTURE;
            if (!isKnownParameters(unit)) {
                write(ByteBuffer.allocate(4).putInt(unit.length).flip());
                write(ByteBuffer.wrap(unit));
                bytes += 4 + unit.length;
            }
        }
        samples.add(bytes);
        if (key) {
            keys.add(samples.size());
        }
    }

    /** Parameter sets go into the index; a later set that differs stays in the stream. */
    private boolean isKnownParameters(byte[] unit) {
        if (NalUnits.type(unit) == NalUnits.SEQUENCE_PARAMETERS) {
            sequence = sequence == null ? unit : sequence;
            return Arrays.equals(sequence, unit);
        }
        if (NalUnits.type(unit) == NalUnits.PICTURE_PARAMETERS) {
            picture = picture == null ? unit : picture;
            return Arrays.equals(picture, unit);
        }
        return false;
    }

    /** How many frames were added. */
    public int frames() {
        return samples.size();
    }

    /** Writes the index and completes the file. */
    public void finish() throws IOException {
        if (sequence == null || picture == null) {
            throw new IOException("The encoder delivered no parameter sets");
        }
        long end = file.position();
        write(ByteBuffer.wrap(new MovieBox(size, samples, keys, DATA_OFFSET, sequence, picture).bytes()));
        ByteBuffer head = ByteBuffer.allocate(8);
        head.putInt(Math.toIntExact(end - TYPE.length)).put("mdat".getBytes(StandardCharsets.ISO_8859_1));
        head.flip();
        file.write(head, TYPE.length);
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
