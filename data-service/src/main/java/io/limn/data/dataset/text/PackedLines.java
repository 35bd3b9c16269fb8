package io.limn.data.dataset.text;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Remembers texts in a few bytes each, since the paths of frames that follow each other are alike, so that lists which
 * stand in files of their own are written without going through the dataset once more for each.
 */
public final class PackedLines {
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed));
    private long count;
    private boolean ended;

    /** Is shown one text after the other. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes a text. */
        void visit(String line) throws IOException;
    }

    /** Remembers a text; not after the first reading. */
    public void add(String line) throws IOException {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        count++;
    }

    /** Whether nothing was remembered. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** Goes through all texts in order; as often as wanted. */
    public void read(Visitor visitor) throws IOException {
        if (!ended) {
            out.close();
            ended = true;
        }
        try (var in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray()))))) {
            for (long i = 0; i < count; i++) {
                visitor.visit(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            }
        }
    }
}
