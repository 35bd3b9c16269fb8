package io.limn.data.dataset.format.coco;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.convert.CompressedRuns;
import io.limn.data.dataset.convert.Mask;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.format.DatasetLabel;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.ImportSink;
import io.limn.data.dataset.format.ImportedItem;
import io.limn.data.dataset.format.ImportedShape;
import io.limn.data.dataset.intake.FrameNames;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads boxes, polygons and masks of COCO files. */
@Singleton
final class CocoImporter implements DatasetImporter {
    private static final List<String> OTHERS =
            List.of("person_keypoints_", "captions_", "labels_", "panoptic_", "stuff_", "image_info_");
    private static final String OWN = "instances_";

    @Override
    public FormatDescription description() {
        return FormatDescription.importer("COCO 1.0", "JSON, ZIP").joiningTracks();
    }

    @Override
    public void read(ImportArchive archive, ImportSink sink) throws IOException {
        if (!archive.isArchive()) {
            new Reading(new CocoFile(archive.fileName(), archive::open), "default", null, sink).read();
            return;
        }
        var folder = archive.folderWith(CocoImporter::isOwn)
                .orElseThrow(() -> DatasetException.unfit(
                        "Failed to find dataset 'coco_instances' at '" + archive.fileName() + "'"));
        var dataset = archive.below(folder);
        for (var name : dataset.names(CocoImporter::isOwn)) {
            var base = name.substring(name.lastIndexOf('/') + 1, name.length() - ".json".length());
            var subset = base.startsWith(OWN) ? base.substring(OWN.length()) : base;
            new Reading(new CocoFile(name, () -> dataset.open(name)), subset, dataset, sink).read();
        }
    }

    private static boolean isOwn(String name) {
        var base = name.substring(name.lastIndexOf('/') + 1);
        return name.matches("annotations/[^/]+\\.json") && OTHERS.stream().noneMatch(base::startsWith);
    }

    private static final class Reading {
        private final CocoFile file;
        private final String subset;
        private final ImportArchive archive;
        private final ImportSink sink;
        private final Map<Long, String> categories = new LinkedHashMap<>();
        private final Map<Long, ImportedItem> images = new HashMap<>();

        Reading(CocoFile file, String subset, ImportArchive archive, ImportSink sink) {
            this.file = file;
            this.subset = subset;
            this.archive = archive;
            this.sink = sink;
        }

        void read() throws IOException {
            var labels = new ArrayList<DatasetLabel>();
            var seen = new boolean[1];
            file.read(Set.of("categories", "images"), (list, place, entry) -> {
                seen[0] |= list.equals("images");
                if (list.equals("images")) {
                    image(place, entry);
                } else {
                    var name = text(entry, "categories", place, "name");
                    categories.put(number(entry, "categories", place, "id"), name);
                    labels.add(
                            new DatasetLabel(name, entry.path("supercategory").asText("")));
                }
            });
            if (!seen[0] && images.isEmpty()) {
                throw DatasetException.unfit("Failed to find dataset 'coco_instances' at '" + file.name() + "'");
            }
            sink.declare(parents(labels));
            for (var item : images.values()) {
                sink.item(item).close();
            }
            file.read(Set.of("annotations"), (list, place, entry) -> annotation(place, entry));
        }

        /** A category whose supercategory is none of the categories stands by itself. */
        private static List<DatasetLabel> parents(List<DatasetLabel> labels) {
            return labels.stream()
                    .map(label -> labels.stream().anyMatch(other -> other.name().equals(label.parent()))
                            ? label
                            : DatasetLabel.of(label.name()))
                    .toList();
        }

        private void image(int place, JsonNode entry) {
            var name = text(entry, "images", place, "file_name");
            images.put(
                    number(entry, "images", place, "id"),
                    new ImportedItem(
                            FrameNames.strip(name),
                            subset,
                            media(name),
                            null,
                            entry.path("width").asInt(),
                            entry.path("height").asInt()));
        }

        private String media(String name) {
            for (var folder : List.of("images/" + subset + "/", "images/", "")) {
                if (archive != null && archive.has(folder + name)) {
                    return folder + name;
                }
            }
            return null;
        }

        private void annotation(int place, JsonNode entry) throws IOException {
            var image = images.get(number(entry, "annotations", place, "image_id"));
            if (image == null) {
                throw bad(place, "there is no image with this image_id");
            }
            var label = categories.get(number(entry, "annotations", place, "category_id"));
            if (label == null) {
                throw bad(place, "there is no category with this category_id");
            }
            var attributes = attributes(entry.path("attributes"));
            try (var frame = sink.item(image)) {
                for (var shape : shapes(place, entry, label, frame)) {
                    frame.shape(shape.with(attributes).inGroup(1));
                }
            }
        }

        private List<ImportedShape> shapes(int place, JsonNode entry, String label, ImportSink.ItemSink frame) {
            var segmentation = entry.path("segmentation");
            if (segmentation.isArray() && !segmentation.isEmpty()) {
                var polygons = new ArrayList<ImportedShape>();
                for (var line : segmentation) {
                    if (!line.isArray() || line.size() < 6 || line.size() % 2 != 0) {
                        throw bad(place, "a polygon needs at least three points");
                    }
                    polygons.add(ImportedShape.of(ShapeKind.POLYGON, label, numbers(place, line)));
                }
                return polygons;
            }
            if (segmentation.isObject()) {
                return List.of(mask(place, segmentation, label, frame));
            }
            var box = entry.path("bbox");
            if (!box.isArray() || box.size() != 4) {
                throw bad(place, "bbox needs four numbers");
            }
            var corners = numbers(place, box);
            return List.of(
                    ImportedShape.box(label, corners[0], corners[1], corners[0] + corners[2], corners[1] + corners[3]));
        }

        private ImportedShape mask(int place, JsonNode runs, String label, ImportSink.ItemSink frame) {
            var size = runs.path("size");
            int height = size.path(0).asInt();
            int width = size.path(1).asInt();
            if (height <= 0 || width <= 0) {
                throw bad(place, "segmentation.size needs two numbers");
            }
            if (frame.width() > 0 && (frame.width() != width || frame.height() != height)) {
                throw bad(place, "segmentation.size is not the size of the image");
            }
            try {
                List<Integer> counts;
                if (runs.path("counts").isTextual()) {
                    counts = CompressedRuns.decode(runs.path("counts").asText());
                } else {
                    counts = new ArrayList<>();
                    for (var count : runs.path("counts")) {
                        counts.add(count.asInt(-1));
                    }
                }
                var points = Mask.ofColumnRuns(counts, width, height).toPoints();
                return ImportedShape.of(ShapeKind.MASK, label, points.toArray());
            } catch (IllegalArgumentException | ArithmeticException wrong) {
                throw bad(place, "segmentation: " + wrong.getMessage());
            }
        }

        private double[] numbers(int place, JsonNode list) {
            var numbers = new double[list.size()];
            for (int i = 0; i < numbers.length; i++) {
                if (!list.get(i).isNumber()) {
                    throw bad(place, "a coordinate is no number");
                }
                numbers[i] = list.get(i).asDouble();
            }
            return numbers;
        }

        private static Map<String, Object> attributes(JsonNode object) {
            var attributes = new LinkedHashMap<String, Object>();
            object.properties().forEach(attribute -> {
                var value = attribute.getValue();
                if (value.isBoolean()) {
                    attributes.put(attribute.getKey(), value.asBoolean());
                } else if (value.isNumber()) {
                    attributes.put(
                            attribute.getKey(), value.isIntegralNumber() ? (Object) value.asLong() : value.asDouble());
                } else if (value.isTextual()) {
                    attributes.put(attribute.getKey(), value.asText());
                }
            });
            return attributes;
        }

        private DatasetException bad(int place, String text) {
            return DatasetException.malformed(file.name(), "annotations[" + place + "]", text);
        }

        private long number(JsonNode entry, String list, int place, String key) {
            if (!entry.path(key).isIntegralNumber()) {
                throw DatasetException.malformed(
                        file.name(), list + "[" + place + "]", "'" + key + "' has to be a number");
            }
            return entry.path(key).asLong();
        }

        private String text(JsonNode entry, String list, int place, String key) {
            if (!entry.path(key).isTextual()) {
                throw DatasetException.malformed(
                        file.name(), list + "[" + place + "]", "'" + key + "' has to be a text");
            }
            return entry.path(key).asText();
        }
    }
}
