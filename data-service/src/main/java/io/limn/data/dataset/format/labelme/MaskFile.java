package io.limn.data.dataset.format.labelme;

import io.limn.common.geometry.Points;
import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.convert.RowSpans;
import io.limn.data.dataset.picture.PngRows;
import java.io.IOException;
import java.util.List;

/** Reads the picture of a mask: what is not transparent, or without transparency not black. */
final class MaskFile {
    private static final int RGB = 0xffffff;
    private static final String FOLDER = "Masks/";

    private MaskFile() {}

    /**
     * The mask of an object.
     *
     * @param file the file that names it
     */
    static Points read(ImportArchive archive, String file, Parsed object, int width, int height) throws IOException {
        var name = find(archive, file, object.mask);
        if (name == null) {
            throw object.missing;
        }
        try (var rows = PngRows.open(archive, name)) {
            if (width > 0 && height > 0 && (rows.width() != width || rows.height() != height)) {
                throw rows.malformed("the picture has " + rows.width() + "x" + rows.height() + " pixels instead of "
                        + width + "x" + height);
            }
            var spans = new RowSpans();
            for (int y = 0; y < rows.height(); y++) {
                rows.next();
                int from = -1;
                for (int x = 0; x <= rows.width(); x++) {
                    boolean set = x < rows.width() && isSet(rows.colour(x));
                    if (set && from < 0) {
                        from = x;
                    } else if (!set && from >= 0) {
                        spans.add(y, from, x);
                        from = -1;
                    }
                }
            }
            if (spans.count() == 0) {
                throw rows.malformed("the mask has no pixels");
            }
            return spans.points();
        }
    }

    private static boolean isSet(int colour) {
        int alpha = colour >>> 24;
        return alpha == 0xff ? (colour & RGB) != 0 : alpha != 0;
    }

    private static String find(ImportArchive archive, String file, String mask) {
        var folder = file.substring(0, file.lastIndexOf('/') + 1);
        var top = file.substring(0, file.indexOf('/') + 1);
        for (var place : List.of(folder + FOLDER, top + FOLDER, FOLDER, FOLDER + folder, folder)) {
            if (archive.has(place + mask)) {
                return place + mask;
            }
        }
        return null;
    }
}
