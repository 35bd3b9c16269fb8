package io.limn.data.dataset.format.yolo;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.archive.PictureSize;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.convert.Numbers;
import io.limn.data.dataset.convert.SixDecimals;
import io.limn.data.dataset.format.ImportedShape;
import io.limn.data.dataset.text.Fields;

/** Boxes by their centre, width and height as shares of the picture. */
public final class BoxLines {
    private BoxLines() {}

    /** Appends four numbers, each behind a blank. */
    public static void append(StringBuilder text, Points corners, Item item) {
        var box = Numbers.two(corners);
        double width = box.get(2) - box.get(0);
        double height = box.get(3) - box.get(1);
        SixDecimals.append(text, (box.get(0) + width / 2) / item.width());
        SixDecimals.append(text, (box.get(1) + height / 2) / item.height());
        SixDecimals.append(text, width / item.width());
        SixDecimals.append(text, height / item.height());
    }

    /**
     * A box by four fields from the second one on.
     *
     * @throws io.limn.data.dataset.format.DatasetException when they are no numbers
     */
    public static ImportedShape read(Fields fields, String label, PictureSize size) {
        double width = fields.real(3) * size.width();
        double height = fields.real(4) * size.height();
        double left = fields.real(1) * size.width() - width / 2;
        double top = fields.real(2) * size.height() - height / 2;
        return ImportedShape.of(ShapeKind.RECTANGLE, label)
                .as(ShapeKind.RECTANGLE, Numbers.two(Points.of(left, top, left + width, top + height)));
    }
}
