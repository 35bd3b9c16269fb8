package io.limn.data.media.video;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The index of an MP4 file with one video track whose samples lie one after the other. */
final class MovieBox {
    private static final int TIMESCALE = 12_800;
    private static final int SAMPLE_DURATION = TIMESCALE / 25;
    private static final int[] UNTURNED = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};

    private final FrameSize size;
    private final List<Integer> samples;
    private final List<Integer> keys;
    private final int dataOffset;
    private final byte[] sequence;
    private final byte[] picture;

    MovieBox(
            FrameSize size,
            List<Integer> samples,
            List<Integer> keys,
            int dataOffset,
            byte[] sequence,
            byte[] picture) {
        this.size = size;
        this.samples = samples;
        this.keys = keys;
        this.dataOffset = dataOffset;
        this.sequence = sequence;
        this.picture = picture;
    }

    byte[] bytes() {
        return Boxes.of("moov", movieHeader(), Boxes.of("trak", trackHeader(), media()));
    }

    private int duration() {
        return samples.size() * SAMPLE_DURATION;
    }

    private byte[] movieHeader() {
        return Boxes.full("mvhd", 0, out -> {
            out.writeLong(0);
            out.writeInt(TIMESCALE);
            out.writeInt(duration());
            out.writeInt(0x10000);
            out.writeShort(0x100);
            out.write(new byte[10]);
            writeMatrix(out);
            out.write(new byte[24]);
            out.writeInt(2);
        });
    }

    private byte[] trackHeader() {
        return Boxes.full("tkhd", 3, out -> {
            out.writeLong(0);
            out.writeInt(1);
            out.writeInt(0);
            out.writeInt(duration());
            out.write(new byte[16]);
            writeMatrix(out);
            out.writeInt(size.width() << 16);
            out.writeInt(size.height() << 16);
        });
    }

    private static void writeMatrix(DataOutputStream out) throws IOException {
        for (int value : UNTURNED) {
            out.writeInt(value);
        }
    }

    private byte[] media() {
        byte[] header = Boxes.full("mdhd", 0, out -> {
            out.writeLong(0);
            out.writeInt(TIMESCALE);
            out.writeInt(duration());
            out.writeShort(0x55C4);
            out.writeShort(0);
        });
        byte[] handler = Boxes.full("hdlr", 0, out -> {
            out.writeInt(0);
            out.write("vide".getBytes(StandardCharsets.ISO_8859_1));
            out.write(new byte[12]);
            out.write("VideoHandler\0".getBytes(StandardCharsets.ISO_8859_1));
        });
        byte[] location = Boxes.full("url ", 1, out -> {});
        byte[] references = Boxes.full("dref", 0, out -> {
            out.writeInt(1);
            out.write(location);
        });
        byte[] picture = Boxes.full("vmhd", 1, out -> out.writeLong(0));
        return Boxes.of(
                "mdia", header, handler, Boxes.of("minf", picture, Boxes.of("dinf", references), sampleTable()));
    }

    private byte[] sampleTable() {
        return Boxes.of(
                "stbl",
                Boxes.full("stsd", 0, out -> {
                    out.writeInt(1);
                    out.write(sampleEntry());
                }),
                Boxes.full("stts", 0, out -> writeInts(out, 1, samples.size(), SAMPLE_DURATION)),
                Boxes.full("stss", 0, out -> {
                    out.writeInt(keys.size());
                    for (int key : keys) {
                        out.writeInt(key);
                    }
                }),
                Boxes.full("stsc", 0, out -> writeInts(out, 1, 1, samples.size(), 1)),
                Boxes.full("stsz", 0, out -> {
                    writeInts(out, 0, samples.size());
                    for (int bytes : samples) {
                        out.writeInt(bytes);
                    }
                }),
                Boxes.full("stco", 0, out -> writeInts(out, 1, dataOffset)));
    }

    private byte[] sampleEntry() {
        byte[] configuration = Boxes.box("avcC", out -> {
            out.write(new byte[] {1, sequence[1], sequence[2], sequence[3], (byte) 0xFF, (byte) 0xE1});
            out.writeShort(sequence.length);
            out.write(sequence);
            out.writeByte(1);
            out.writeShort(picture.length);
            out.write(picture);
        });
        return Boxes.box("avc1", out -> {
            out.write(new byte[] {0, 0, 0, 0, 0, 0, 0, 1});
            out.write(new byte[16]);
            out.writeShort(size.width());
            out.writeShort(size.height());
            writeInts(out, 0x480000, 0x480000, 0);
            out.writeShort(1);
            out.write(new byte[32]);
            out.writeShort(24);
            out.writeShort(-1);
            out.write(configuration);
        });
    }

    private static void writeInts(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeInt(value);
        }
    }
}
