package io.limn.data.dataset.format.voc;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.convert.RowSpans;
import io.limn.data.dataset.format.ImportSink.ItemSink;
import io.limn.data.dataset.format.ImportedShape;
import io.limn.data.dataset.picture.PngRows;
import io.limn.data.dataset.picture.VocPalette;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the pictures of a frame side by side; each object, or without objects each label, is a mask. */
final class MaskReader {
    private static final int RGB = 0xffffff;
    /** What VOC draws around objects. */
    private static final int BORDER = 0xe0e0c0;

    private static final int MOST = 4_000_000;

    private final LabelMap labels;
    private final boolean knowsBackground;

    /**
     * By labels.
     *
     * @param knowsBackground whether the background may be an object as well
     */
    MaskReader(LabelMap labels, boolean knowsBackground) {
        this.labels = labels;
        this.knowsBackground = knowsBackground;
    }

    private record Key(String label, int object) {}

    /**
     * Hands over the masks of a frame, grouped by the numbers of their objects.
     *
     * @param objects name of the picture of objects, {@code null} for none
     */
    void read(ImportArchive archive, String classes, String objects, ItemSink item) throws IOException {
        var found = new LinkedHashMap<Key, RowSpans>();
        try (var rows = PngRows.open(archive, classes)) {
            require(rows, item.width(), item.height());
            var colours = new Colours(rows);
            if (objects == null) {
                read(rows, colours, null, found);
            } else {
                try (var numbers = PngRows.open(archive, objects)) {
                    require(numbers, rows.width(), rows.height());
                    read(rows, colours, numbers, found);
                }
            }
        }
        for (var entry : found.entrySet()) {
            var key = entry.getKey();
            item.shape(ImportedShape.of(
                            ShapeKind.MASK,
                            key.label(),
                            entry.getValue().points().toArray())
                    .inGroup(key.object()));
        }
    }

    private static void require(PngRows rows, int width, int height) {
        if (width > 0 && height > 0 && (rows.width() != width || rows.height() != height)) {
            throw rows.malformed("the picture has " + rows.width() + "x" + rows.height() + " pixels instead of " + width
                    + "x" + height);
        }
    }

    private void read(PngRows classes, Colours colours, PngRows numbers, Map<Key, RowSpans> found) throws IOException {
        int pieces = 0;
        for (int y = 0; y < classes.height(); y++) {
            classes.next();
            if (numbers != null) {
                numbers.next();
            }
            int from = 0;
            while (from < classes.width()) {
                int pixel = classes.isNumbered() ? classes.number(from) : classes.colour(from) & RGB;
                int object = numbers == null ? 0 : number(numbers, from);
                int to = from + 1;
                while (to < classes.width()
                        && (classes.isNumbered() ? classes.number(to) : classes.colour(to) & RGB) == pixel
                        && (numbers == null || number(numbers, to) == object)) {
                    to++;
                }
                var label = numbers != null && object == 0 ? null : colours.label(pixel, y, from);
                if (label != null && !(label.equals(LabelMap.BACKGROUND) && (numbers == null || !knowsBackground))) {
                    if (++pieces > MOST) {
                        throw classes.malformed("the picture has too many pieces");
                    }
                    found.computeIfAbsent(new Key(label, object), key -> new RowSpans())
                            .add(y, from, to);
                }
                from = to;
            }
        }
    }

    private static int number(PngRows numbers, int x) {
        if (numbers.isNumbered() && !numbers.hasPalette()) {
            return numbers.number(x);
        }
        int colour = numbers.colour(x) & RGB;
        return colour == BORDER ? 0 : VocPalette.number(colour);
    }

    /** What the pixels of a picture of labels mean. */
    private final class Colours {
        private final PngRows rows;
        private final Map<Integer, String> known = new LinkedHashMap<>();
        private final List<Integer> nothing = new ArrayList<>();

        Colours(PngRows rows) {
            this.rows = rows;
        }

        /** The label of a pixel, {@code null} for none. */
        String label(int pixel, int y, int x) {
            if (nothing.contains(pixel)) {
                return null;
            }
            var label = known.get(pixel);
            if (label == null) {
                label = find(pixel, y, x);
                if (label == null) {
                    nothing.add(pixel);
                } else {
                    known.put(pixel, label);
                }
            }
            return label;
        }

        private String find(int pixel, int y, int x) {
            int colour = rows.isNumbered() && !rows.hasPalette() ? pixel : rows.colour(x) & RGB;
            boolean numbered = rows.isNumbered() && !rows.hasPalette();
            var label = numbered ? labels.at(pixel) : labels.find(colour);
            if (label == null && rows.hasPalette()) {
                label = labels.at(pixel);
            }
            if (label == null && colour != 0 && colour != BORDER && !(rows.isNumbered() && pixel == 0xff)) {
                throw rows.malformed("the pixel in row " + y + ", column " + x
                        + (numbered ? " has number " + pixel : String.format(" has colour %06x", colour))
                        + ", which " + LabelMap.FILE + " lacks");
            }
            return label;
        }
    }
}
