package io.limn.data.dataset.format.mot;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.format.ImportedShape;
import io.limn.data.dataset.text.Fields;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A line of the file: a box on a frame.
 *
 * @param frame      from 1
 * @param track      number of its track, 0 or less for none
 * @param label      number of its label, from 1; 0 when the line has none
 * @param ignored    whether it does not count
 * @param visibility how much of it can be seen, 0 to 1
 */
record Row(
        int frame,
        int track,
        double left,
        double top,
        double width,
        double height,
        boolean ignored,
        int label,
        double visibility) {
    private static final Pattern COMMAS = Pattern.compile(",");
    private static final int PLAIN = 7;
    private static final int USUAL = 9;
    private static final int WITH_PLACE = 10;

    /** Of a line with its number. */
    static Row of(int number, String line) {
        var parts = COMMAS.split(line, -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].strip();
        }
        var fields = new Fields(MotImporter.TRUTH, number, parts);
        int size = fields.size();
        if (size != PLAIN && size != USUAL && size != WITH_PLACE) {
            throw fields.malformed("7, 9 or 10 numbers are expected, not " + size);
        }
        boolean usual = size == USUAL;
        var row = new Row(
                fields.whole(0),
                whole(fields, 1),
                fields.real(2),
                fields.real(3),
                fields.real(4),
                fields.real(5),
                fields.real(6) == 0,
                usual ? whole(fields, 7) : 0,
                usual ? fields.real(8) : 1);
        if (row.width < 0 || row.height < 0) {
            throw fields.malformed("the size of the box is negative");
        }
        if (usual && row.label < 1) {
            throw fields.malformed("the number of the label is less than 1");
        }
        return row;
    }

    /** Some tools write whole numbers with a fraction. */
    private static int whole(Fields fields, int index) {
        double value = fields.real(index);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw fields.malformed("'" + fields.text(index) + "' is not a whole number");
        }
        return (int) value;
    }

    /** The box as a shape of a label. */
    ImportedShape shape(String name) {
        return new ImportedShape(
                ShapeKind.RECTANGLE,
                name,
                Points.of(left, top, left + width, top + height),
                0,
                visibility <= 0,
                false,
                0,
                0,
                Map.of(MotImporter.IGNORED, ignored, MotImporter.VISIBILITY, visibility),
                List.of());
    }
}
