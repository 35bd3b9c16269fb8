package io.limn.data.media.video;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes the nested boxes of an MP4 file. */
final class Boxes {
    /** Writes the content of a box. */
    interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private Boxes() {}

    static byte[] box(String type, Content content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            content.write(out);
            ByteArrayOutputStream box = new ByteArrayOutputStream();
            DataOutputStream head = new DataOutputStream(box);
            head.writeInt(8 + bytes.size());
            head.write(type.getBytes(StandardCharsets.ISO_8859_1));
            bytes.writeTo(head);
            return box.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A box of version 0 with flags. */
    static byte[] full(String type, int flags, Content content) {
        return box(type, out -> {
            out.writeInt(flags);
            content.write(out);
        });
    }

    /** A box that only holds others. */
    static byte[] of(String type, byte[]... children) {
        return box(type, out -> {
            for (byte[] child : children) {
                out.write(child);
            }
        });
    }
}
