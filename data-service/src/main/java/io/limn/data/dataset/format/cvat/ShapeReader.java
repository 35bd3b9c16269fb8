package io.limn.data.dataset.format.cvat;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.convert.Numbers;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.ImportedShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads elements of shapes. */
final class ShapeReader {
    private static final String KEYFRAME = "keyframe of the file";
    private static final String[] CUBOID = {
        "xtl1", "ytl1", "xbl1", "ybl1", "xtr1", "ytr1", "xbr1", "ybr1",
        "xtl2", "ytl2", "xbl2", "ybl2", "xtr2", "ytr2", "xbr2", "ybr2"
    };

    private final XMLStreamReader xml;
    private final String file;

    ShapeReader(XMLStreamReader xml, String file) {
        this.xml = xml;
        this.file = file;
    }

    /** The kind that an element is of, {@code null} for others. */
    static ShapeKind kind(String element) {
        return switch (element) {
            case "box" -> ShapeKind.RECTANGLE;
            case "polygon" -> ShapeKind.POLYGON;
            case "polyline" -> ShapeKind.POLYLINE;
            case "points" -> ShapeKind.POINTS;
            case "ellipse" -> ShapeKind.ELLIPSE;
            case "cuboid" -> ShapeKind.CUBOID;
            case "mask" -> ShapeKind.MASK;
            case "skeleton" -> ShapeKind.SKELETON;
            default -> null;
        };
    }

    /** Whether the point of a skeleton was drawn on its frame. */
    static boolean isKeyframe(ImportedShape element) {
        return Boolean.TRUE.equals(element.attributes().get(KEYFRAME));
    }

    /** Goes to the next child; false at the end of the parent. */
    boolean nextChild(String parent) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(parent)) {
                return false;
            }
        }
        throw new XMLStreamException("the end of " + parent + " is missing", xml.getLocation());
    }

    /** Passes over the element at hand. */
    void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamReader.START_ELEMENT ? 1 : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
        }
    }

    /** An attribute that has to be there. */
    String required(String name) {
        var value = xml.getAttributeValue(null, name);
        if (value == null) {
            throw DatasetException.malformed(
                    file,
                    "line " + xml.getLocation().getLineNumber(),
                    "the element '" + xml.getLocalName() + "' has no attribute '" + name + "'");
        }
        return value;
    }

    /** A whole number, 0 when it is not there. */
    int whole(String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null || value.isBlank() ? 0 : Integer.parseInt(value.strip());
    }

    private double number(String name) {
        return Double.parseDouble(required(name).strip());
    }

    private boolean flag(String name) {
        var value = xml.getAttributeValue(null, name);
        return value != null && !value.equals("0") && !value.isEmpty();
    }

    /** Values of attributes below the element at hand, which ends with them. */
    Map<String, Object> attributes(String element) throws XMLStreamException {
        var attributes = new LinkedHashMap<String, Object>();
        while (nextChild(element)) {
            if (xml.getLocalName().equals("attribute")) {
                var name = required("name");
                attributes.put(name, xml.getElementText());
            } else {
                skip();
            }
        }
        return attributes;
    }

    /** The shape of the element at hand, which ends with it. */
    ImportedShape read(ShapeKind kind, String label) throws XMLStreamException {
        var element = xml.getLocalName();
        var points = points(kind);
        double rotation = xml.getAttributeValue(null, "rotation") == null ? 0 : number("rotation");
        boolean occluded = flag("occluded");
        boolean outside = flag("outside");
        int order = whole("z_order");
        if (kind != ShapeKind.SKELETON) {
            return new ImportedShape(
                    kind, label, points, rotation, occluded, outside, order, 0, attributes(element), List.of());
        }
        var attributes = new LinkedHashMap<String, Object>();
        var elements = new ArrayList<ImportedShape>();
        while (nextChild(element)) {
            if (xml.getLocalName().equals("attribute")) {
                var name = required("name");
                attributes.put(name, xml.getElementText());
            } else {
                elements.add(part());
            }
        }
        return new ImportedShape(kind, label, points, 0, occluded, outside, order, 0, attributes, elements);
    }

    private ImportedShape part() throws XMLStreamException {
        var kind = kind(xml.getLocalName());
        if (kind == null || kind == ShapeKind.SKELETON) {
            throw DatasetException.malformed(
                    file,
                    "line " + xml.getLocation().getLineNumber(),
                    "a skeleton cannot have '" + xml.getLocalName() + "'");
        }
        required("occluded");
        required("outside");
        boolean keyframe = "1".equals(xml.getAttributeValue(null, "keyframe"));
        var shape = read(kind, required("label"));
        var attributes = new LinkedHashMap<>(shape.attributes());
        attributes.put(KEYFRAME, keyframe);
        return shape.with(attributes);
    }

    private Points points(ShapeKind kind) {
        return switch (kind) {
            case RECTANGLE -> Points.of(number("xtl"), number("ytl"), number("xbr"), number("ybr"));
            case ELLIPSE -> {
                double x = number("cx");
                double y = number("cy");
                yield Points.of(x, y, Numbers.two(x + number("rx")), Numbers.two(y - number("ry")));
            }
            case CUBOID -> {
                var points = new double[CUBOID.length];
                for (int i = 0; i < CUBOID.length; i++) {
                    points[i] = number(CUBOID[i]);
                }
                yield Points.of(points);
            }
            case MASK -> mask();
            case SKELETON -> Points.of();
            case POLYGON, POLYLINE, POINTS -> pairs(required("points"));
        };
    }

    private Points mask() {
        var runs = required("rle").split(",");
        var points = new double[runs.length + 4];
        for (int i = 0; i < runs.length; i++) {
            points[i] = Integer.parseInt(runs[i].strip());
        }
        int left = Integer.parseInt(required("left").strip());
        int top = Integer.parseInt(required("top").strip());
        points[runs.length] = left;
        points[runs.length + 1] = top;
        points[runs.length + 2] = left + Integer.parseInt(required("width").strip()) - 1;
        points[runs.length + 3] = top + Integer.parseInt(required("height").strip()) - 1;
        return Points.of(points);
    }

    private static Points pairs(String text) {
        var pairs = text.split(";");
        var points = new double[pairs.length * 2];
        for (int i = 0; i < pairs.length; i++) {
            int comma = pairs[i].indexOf(',');
            if (comma < 0) {
                throw new NumberFormatException("'" + pairs[i] + "'");
            }
            points[2 * i] = Double.parseDouble(pairs[i].substring(0, comma).strip());
            points[2 * i + 1] = Double.parseDouble(pairs[i].substring(comma + 1).strip());
        }
        return Points.of(points);
    }
}
