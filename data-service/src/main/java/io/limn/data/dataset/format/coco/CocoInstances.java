package io.limn.data.dataset.format.coco;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.convert.Transforms;
import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.ExportSource;
import io.limn.data.dataset.format.FormatDescription;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes one JSON file for each subset: boxes, polygons and masks. */
@Singleton
final class CocoInstances implements DatasetExporter {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public FormatDescription description() {
        return FormatDescription.exporter("COCO 1.0");
    }

    @Override
    public void export(ExportSource source, ArchiveWriter archive) throws IOException {
        var subsets = source.subsets().isEmpty() ? List.of("default") : source.subsets();
        for (var subset : subsets) {
            try (var json = JSON.createGenerator(
                    archive.entry("annotations/instances_" + subset + ".json"), JsonEncoding.UTF8)) {
                file(source, subset, json);
            }
        }
        if (source.withMedia()) {
            for (var subset : source.subsets()) {
                source.frames(subset, item -> {
                    if (item.media() != null) {
                        archive.media("images/" + subset + "/" + item.fileName(), item.media());
                    }
                });
            }
        }
    }

    private static void file(ExportSource source, String subset, JsonGenerator json) throws IOException {
        json.writeStartObject();
        CocoHeader.write(json);
        json.writeArrayFieldStart("categories");
        int number = 1;
        for (var label : source.subject().labels().all()) {
            json.writeStartObject();
            json.writeNumberField("id", number++);
            json.writeStringField("name", label.name());
            json.writeStringField("supercategory", label.parent());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("images");
        int[] images = {0};
        source.frames(subset, item -> CocoHeader.image(json, ++images[0], item));
        json.writeEndArray();
        json.writeArrayFieldStart("annotations");
        var body = new Body(source, json);
        source.items(subset, body::item);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static final class Body {
        private final ExportSource source;
        private final JsonGenerator json;
        private int images;
        private int annotations;

        Body(ExportSource source, JsonGenerator json) {
            this.source = source;
            this.json = json;
        }

        void item(Item item) throws IOException {
            images++;
            Map<Integer, List<Shape>> groups = new TreeMap<>();
            for (var shape : item.shapes()) {
                switch (shape.kind()) {
                    case RECTANGLE, POLYGON, MASK, ELLIPSE -> {
                        var kept = Transforms.ellipseToMask(shape, item.width(), item.height());
                        if (shape.group() == 0) {
                            write(List.of(kept), item);
                        } else {
                            groups.computeIfAbsent(shape.group(), key -> new ArrayList<>())
                                    .add(kept);
                        }
                    }
                    case POLYLINE, POINTS, CUBOID, SKELETON -> {}
                }
            }
            for (var group : groups.values()) {
                write(group, item);
            }
        }

        private void write(List<Shape> shapes, Item item) throws IOException {
            var instance = CocoInstance.of(shapes, item.width(), item.height());
            json.writeStartObject();
            json.writeNumberField("id", ++annotations);
            json.writeNumberField("image_id", images);
            json.writeNumberField("category_id", source.subject().labels().index(instance.label()) + 1);
            if (instance.mask() == null) {
                json.writeArrayFieldStart("segmentation");
                for (var line : instance.polygons()) {
                    json.writeArray(line, 0, line.length);
                }
                json.writeEndArray();
            } else {
                CocoHeader.runs(json, instance.mask(), item);
            }
            json.writeNumberField("area", instance.area());
            json.writeFieldName("bbox");
            json.writeArray(instance.box(), 0, instance.box().length);
            json.writeNumberField("iscrowd", instance.mask() == null ? 0 : 1);
            CocoHeader.attributes(json, instance.attributes());
            json.writeEndObject();
        }
    }
}
