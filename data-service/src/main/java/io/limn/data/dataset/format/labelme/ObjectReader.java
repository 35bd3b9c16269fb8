package io.limn.data.dataset.format.labelme;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.ImportSink;
import io.limn.data.dataset.format.ImportedItem;
import io.limn.data.dataset.format.ImportedShape;
import io.limn.data.dataset.picture.PictureNames;
import io.limn.data.dataset.text.XmlFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the file of a frame. */
final class ObjectReader {
    private final ImportArchive archive;
    private final String file;
    private final XmlFile xml;
    private final List<Parsed> objects = new ArrayList<>();
    private final Map<String, String> facts = new HashMap<>();
    private int width;
    private int height;

    private ObjectReader(ImportArchive archive, String file, XmlFile xml) {
        this.archive = archive;
        this.file = file;
        this.xml = xml;
    }

    /** Reads a file; false when it is none of this format. */
    static boolean read(ImportArchive archive, String file, PictureNames pictures, ImportSink sink) throws IOException {
        try (var xml = XmlFile.open(archive, file)) {
            if (!xml.name().equals("annotation")) {
                return false;
            }
            var reader = new ObjectReader(archive, file, xml);
            xml.children(reader::element);
            reader.handOver(pictures, sink);
            return true;
        }
    }

    private void element(String name) throws IOException {
        switch (name) {
            case "filename", "folder" -> facts.put(name, xml.text());
            case "imagesize" ->
                xml.children(side -> {
                    switch (side) {
                        case "nrows" -> height = (int) xml.number();
                        case "ncols" -> width = (int) xml.number();
                        default -> {}
                    }
                });
            case "object" -> {
                var object = new Parsed(xml);
                object.read();
                objects.add(object);
            }
            default -> {}
        }
    }

    private void handOver(PictureNames pictures, ImportSink sink) throws IOException {
        var path = PictureNames.stem(file);
        var frame = FrameFile.of(path, facts.getOrDefault("folder", ""), facts.getOrDefault("filename", ""));
        var wanted = ImportedItem.of(frame.id(), frame.subset())
                .withMedia(pictures.find(path))
                .withSize(width, height);
        var groups = new PartGroups(objects);
        try (var item = sink.item(wanted)) {
            for (var object : objects) {
                if (!object.deleted) {
                    item.shape(shape(object, item.width(), item.height()).inGroup(groups.of(object)));
                }
            }
        }
    }

    private ImportedShape shape(Parsed object, int pictureWidth, int pictureHeight) throws IOException {
        if (object.mask != null) {
            var points = MaskFile.read(archive, file, object, pictureWidth, pictureHeight);
            return with(object, ShapeKind.MASK, points);
        }
        var corners = object.corners;
        if (!"bounding_box".equals(object.type.toLowerCase(Locale.ROOT))) {
            return with(object, ShapeKind.POLYGON, corners);
        }
        double left = corners.x(0);
        double top = corners.y(0);
        double right = left;
        double bottom = top;
        for (int i = 1; i < corners.corners(); i++) {
            left = Math.min(left, corners.x(i));
            top = Math.min(top, corners.y(i));
            right = Math.max(right, corners.x(i));
            bottom = Math.max(bottom, corners.y(i));
        }
        return with(object, ShapeKind.RECTANGLE, Points.of(left, top, right, bottom));
    }

    private static ImportedShape with(Parsed object, ShapeKind kind, Points points) {
        return new ImportedShape(
                kind, object.name, points, 0, object.occluded, false, 0, 0, object.attributes, List.of());
    }
}
