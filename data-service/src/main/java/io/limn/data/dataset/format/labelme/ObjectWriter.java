package io.limn.data.dataset.format.labelme;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.convert.Decimals;
import io.limn.data.dataset.convert.Mask;
import io.limn.data.dataset.convert.NeutralAttributes;
import io.limn.data.dataset.convert.Transforms;
import io.limn.data.dataset.picture.MaskPicture;
import io.limn.data.dataset.picture.MaskPicture.Layer;
import io.limn.data.dataset.picture.PngWriter.Pixels;
import io.limn.data.dataset.text.SmallXml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the file of a frame, then its masks as pictures. */
final class ObjectWriter {
    /** Orange that lets the picture below shine through. */
    private static final int PAINT = 0xffcb0099;

    private final Item item;
    private final String folder;
    private final SmallXml xml = new SmallXml();
    private final Map<String, Mask> masks = new LinkedHashMap<>();
    private final Map<Integer, List<Integer>> groups = new HashMap<>();

    ObjectWriter(Item item, String folder) {
        this.item = item;
        this.folder = folder;
    }

    /** The text of the file. */
    String text(List<Shape> shapes) {
        int slash = item.id().lastIndexOf('/');
        xml.open("annotation");
        xml.leaf("filename", item.baseName() + item.extension());
        xml.leaf("folder", slash < 0 ? "" : item.id().substring(0, slash));
        xml.open("source")
                .leaf("sourceImage", "")
                .leaf("sourceAnnotation", "Datumaro")
                .close("source");
        xml.open("imagesize")
                .leaf("nrows", Integer.toString(item.height()))
                .leaf("ncols", Integer.toString(item.width()))
                .close("imagesize");
        for (int i = 0; i < shapes.size(); i++) {
            if (shapes.get(i).group() != 0) {
                groups.computeIfAbsent(shapes.get(i).group(), key -> new ArrayList<>())
                        .add(i);
            }
        }
        for (int i = 0; i < shapes.size(); i++) {
            object(shapes.get(i), i);
        }
        return xml.close("annotation").toString();
    }

    private void object(Shape shape, int number) {
        xml.open("object").leaf("name", shape.label().name());
        xml.leaf("deleted", "0").leaf("verified", "0").leaf("occluded", shape.occluded() ? "yes" : "no");
        xml.leaf("date", "").leaf("id", Integer.toString(number));
        parts(shape, number);
        if (LabelMeExporter.isMask(shape)) {
            mask(shape);
        } else if (shape.kind() == ShapeKind.RECTANGLE) {
            var box = shape.points();
            xml.leaf("type", "bounding_box");
            polygon(Points.of(
                    box.get(0), box.get(1), box.get(2), box.get(1), box.get(2), box.get(3), box.get(0), box.get(3)));
        } else {
            polygon(shape.points());
        }
        var attributes = NeutralAttributes.of(shape);
        attributes.remove("occluded");
        xml.leaf("attributes", AttributeText.write(attributes)).close("object");
    }

    /** The first of a group names the others, and they name it. */
    private void parts(Shape shape, int number) {
        var members = groups.getOrDefault(shape.group(), List.of());
        boolean leads = members.size() > 1 && members.getFirst() == number;
        xml.open("parts");
        xml.leaf(
                "hasparts",
                leads ? members.stream().skip(1).map(String::valueOf).collect(Collectors.joining(",")) : "");
        xml.leaf("ispartof", members.size() > 1 && !leads ? String.valueOf(members.getFirst()) : "");
        xml.close("parts");
    }

    private void polygon(Points points) {
        xml.open("polygon");
        for (int i = 0; i < points.corners(); i++) {
            xml.open("pt")
                    .leaf("x", decimal(points.x(i)))
                    .leaf("y", decimal(points.y(i)))
                    .close("pt");
        }
        xml.leaf("username", "").close("polygon");
    }

    private void mask(Shape shape) {
        var mask = Transforms.mask(shape, item.width(), item.height()).tight();
        var file = item.id() + "_mask_" + masks.size() + ".png";
        masks.put(folder + "Masks/" + file, mask);
        xml.open("segm").leaf("mask", file);
        xml.open("box")
                .leaf("xmin", decimal(mask.left()))
                .leaf("ymin", decimal(mask.top()))
                .leaf("xmax", decimal(mask.left() + Math.max(0, mask.width() - 1)))
                .leaf("ymax", decimal(mask.top() + Math.max(0, mask.height() - 1)))
                .close("box");
        xml.leaf("username", "").close("segm");
    }

    private static String decimal(double value) {
        var text = new StringBuilder();
        Decimals.append(text, value);
        return text.toString();
    }

    /** Writes the pictures that the file names. */
    void writeMasks(ArchiveWriter archive) throws IOException {
        for (var mask : masks.entrySet()) {
            archive.bytes(
                    mask.getKey(),
                    MaskPicture.png(
                            item.width(),
                            item.height(),
                            Pixels.COLOUR_WITH_ALPHA,
                            List.of(new Layer(mask.getValue(), PAINT))));
        }
    }
}
