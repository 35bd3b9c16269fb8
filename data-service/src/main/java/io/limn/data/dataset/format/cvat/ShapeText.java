package io.limn.data.dataset.format.cvat;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.Value;
import io.limn.data.dataset.convert.Decimals;
import java.io.IOException;
import java.util.List;

/** Writes coordinates and attributes of shapes. */
final class ShapeText {
    private static final String[] CUBOID = {
        "xtl1", "ytl1", "xbl1", "ybl1", "xtr1", "ytr1", "xbr1", "ybr1",
        "xtl2", "ytl2", "xbl2", "ybl2", "xtr2", "ytr2", "xbr2", "ybr2"
    };

    private final XmlText xml;

    ShapeText(XmlText xml) {
        this.xml = xml;
    }

    /** The name of the element of a kind. */
    static String element(ShapeKind kind) {
        return switch (kind) {
            case RECTANGLE -> "box";
            case POLYGON -> "polygon";
            case POLYLINE -> "polyline";
            case POINTS -> "points";
            case ELLIPSE -> "ellipse";
            case CUBOID -> "cuboid";
            case MASK -> "mask";
            case SKELETON -> "skeleton";
        };
    }

    /** The coordinates as attributes of the element that is open. */
    void coordinates(Shape shape) {
        var points = shape.points();
        switch (shape.kind()) {
            case RECTANGLE -> {
                xml.decimal("xtl", points.get(0))
                        .decimal("ytl", points.get(1))
                        .decimal("xbr", points.get(2))
                        .decimal("ybr", points.get(3));
                rotation(shape);
            }
            case ELLIPSE -> {
                xml.decimal("cx", points.get(0))
                        .decimal("cy", points.get(1))
                        .decimal("rx", points.get(2) - points.get(0))
                        .decimal("ry", points.get(1) - points.get(3));
                rotation(shape);
            }
            case POLYGON, POLYLINE, POINTS -> xml.attribute("points", text(points));
            case CUBOID -> {
                for (int i = 0; i < CUBOID.length && i < points.size(); i++) {
                    xml.decimal(CUBOID[i], points.get(i));
                }
            }
            case MASK -> mask(points);
            case SKELETON -> {}
        }
    }

    private void rotation(Shape shape) {
        if (shape.rotation() != 0) {
            xml.decimal("rotation", shape.rotation());
        }
    }

    private void mask(Points points) {
        int counts = points.size() - 4;
        var runs = new StringBuilder();
        for (int i = 0; i < counts; i++) {
            runs.append(i == 0 ? "" : ", ").append((long) points.get(i));
        }
        int left = (int) points.get(counts);
        int top = (int) points.get(counts + 1);
        xml.attribute("rle", runs.toString())
                .attribute("left", left)
                .attribute("top", top)
                .attribute("width", (int) points.get(counts + 2) - left + 1)
                .attribute("height", (int) points.get(counts + 3) - top + 1);
    }

    private static String text(Points points) {
        var text = new StringBuilder();
        for (int i = 0; i + 1 < points.size(); i += 2) {
            if (i > 0) {
                text.append(';');
            }
            Decimals.append(text, points.get(i));
            text.append(',');
            Decimals.append(text, points.get(i + 1));
        }
        return text.toString();
    }

    /** The values of attributes as elements. */
    void attributes(List<Value> values) throws IOException {
        for (var value : values) {
            xml.open("attribute").attribute("name", value.spec().name());
            xml.closeText("attribute", value.text());
        }
    }
}
