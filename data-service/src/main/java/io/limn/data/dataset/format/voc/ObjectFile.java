package io.limn.data.dataset.format.voc;

import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.convert.NeutralAttributes;
import io.limn.data.dataset.convert.Numbers;
import io.limn.data.dataset.convert.ValueText;
import io.limn.data.dataset.text.SmallXml;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The XML file of the boxes of a frame. */
final class ObjectFile {
    /** Attributes that have elements of their own. */
    static final Set<String> FLAGS = Set.of("truncated", "occluded", "difficult");

    private static final Set<String> TRUE = Set.of("true", "1", "1.0");

    static final String POSE = "pose";

    private ObjectFile() {}

    /**
     * Its text.
     *
     * @param segmented whether there are masks besides
     */
    static String text(Item item, List<Shape> boxes, boolean segmented) {
        var xml = new SmallXml();
        xml.open("annotation");
        xml.leaf(
                "folder",
                item.id().contains("_") ? item.id().substring(0, item.id().indexOf('_')) : "");
        xml.leaf("filename", item.fileName());
        xml.open("source");
        for (var name : List.of("database", "annotation", "image")) {
            xml.leaf(name, "Unknown");
        }
        xml.close("source");
        xml.open("size")
                .leaf("width", Integer.toString(item.width()))
                .leaf("height", Integer.toString(item.height()))
                .leaf("depth", "")
                .close("size");
        xml.leaf("segmented", segmented ? "1" : "0");
        boxes.forEach(box -> object(xml, box));
        return xml.close("annotation").toString();
    }

    private static void object(SmallXml xml, Shape box) {
        var attributes = NeutralAttributes.of(box);
        xml.open("object").leaf("name", box.label().name());
        if (attributes.containsKey(POSE)) {
            xml.leaf(POSE, ValueText.of(attributes.get(POSE)));
        }
        for (var flag : List.of("truncated", "occluded", "difficult")) {
            xml.leaf(flag, isTrue(attributes.get(flag)) ? "1" : "0");
        }
        var points = box.points();
        xml.open("bndbox")
                .leaf("xmin", ValueText.of(Numbers.two(points.get(0))))
                .leaf("ymin", ValueText.of(Numbers.two(points.get(1))))
                .leaf("xmax", ValueText.of(Numbers.two(points.get(2))))
                .leaf("ymax", ValueText.of(Numbers.two(points.get(3))))
                .close("bndbox");
        xml.open("attributes");
        attributes.forEach((name, value) -> attribute(xml, name, value));
        xml.close("attributes").close("object");
    }

    private static void attribute(SmallXml xml, String name, Object value) {
        if (!FLAGS.contains(name) && !name.equals(POSE)) {
            xml.open("attribute")
                    .leaf("name", name)
                    .leaf("value", ValueText.of(value))
                    .close("attribute");
        }
    }

    private static boolean isTrue(Object value) {
        return value != null && TRUE.contains(ValueText.of(value).toLowerCase(Locale.ROOT));
    }
}
