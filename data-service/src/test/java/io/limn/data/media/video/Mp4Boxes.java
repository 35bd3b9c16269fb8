package io.limn.data.media.video;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the boxes of an MP4 file, for tests of what a browser's decoder relies on. */
public final class Mp4Boxes {
    private static final Set<String> HOLDERS = Set.of("moov", "trak", "mdia", "minf", "stbl", "dinf");

    /** A box with its content after the header. */
    public record Box(String type, ByteBuffer content) {
        /** A number at an offset of the content. */
        public int at(int offset) {
            return content.getInt(offset);
        }
    }

    private final List<Box> boxes = new ArrayList<>();

    public Mp4Boxes(byte[] file) {
        read(ByteBuffer.wrap(file));
    }

    private void read(ByteBuffer bytes) {
        while (bytes.remaining() >= 8) {
            int size = bytes.getInt();
            byte[] name = new byte[4];
            bytes.get(name);
            String type = new String(name, StandardCharsets.ISO_8859_1);
            ByteBuffer content = bytes.slice(bytes.position(), size - 8);
            boxes.add(new Box(type, content));
            if (HOLDERS.contains(type)) {
                read(content.duplicate());
            }
            bytes.position(bytes.position() + size - 8);
        }
    }

    /** The types in file order, containers before their content. */
    public List<String> types() {
        return boxes.stream().map(Box::type).toList();
    }

    /** The only box of a type. */
    public Box only(String type) {
        List<Box> found = boxes.stream().filter(box -> box.type().equals(type)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " boxes " + type + " in " + types());
        }
        return found.getFirst();
    }

    /** The decoder configuration inside the sample entry. */
    public ByteBuffer configuration() {
        ByteBuffer entry = only("stsd").content();
        // Version and count, then the entry's own header and its 78 bytes before the first child.
        int at = 8 + 8 + 78;
        String type = new String(
                new byte[] {entry.get(at + 4), entry.get(at + 5), entry.get(at + 6), entry.get(at + 7)},
                StandardCharsets.ISO_8859_1);
        if (!type.equals("avcC")) {
            throw new AssertionError("No avcC but " + type);
        }
        return entry.slice(at + 8, entry.getInt(at) - 8);
    }

    /** Width and height of the sample entry. */
    public FrameSize size() {
        ByteBuffer entry = only("stsd").content();
        return new FrameSize(entry.getShort(8 + 8 + 24), entry.getShort(8 + 8 + 26));
    }
}
