package io.limn.data.dataset.format.classification;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.format.DatasetLabel;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.ImportSink;
import io.limn.data.dataset.format.ImportedItem;
import io.limn.data.dataset.format.ImportedTag;
import io.limn.data.dataset.text.JsonEntry;
import io.limn.data.dataset.text.JsonFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads Ultralytics YOLO Classification, by its lists or by its folders. */
@Singleton
final class ClassificationImporter implements DatasetImporter {
    private static final Pattern LISTS = Pattern.compile("[^/]+/labels\\.json");
    private static final Pattern PICTURES =
            Pattern.compile("[^/]+/[^/]+/[^/]+\\.(?i:jpe?g|png|bmp|gif|webp|tiff?|jp2|ppm)");

    @Override
    public FormatDescription description() {
        return FormatDescription.importer(ClassificationExporter.NAME);
    }

    @Override
    public void read(ImportArchive sent, ImportSink sink) throws IOException {
        var folder = sent.folderWith(LISTS.asMatchPredicate())
                .or(() -> sent.folderWith(PICTURES.asMatchPredicate()))
                .orElseThrow(() ->
                        DatasetException.notFound("yolo_ultralytics_classification", ClassificationExporter.LIST));
        var archive = sent.below(folder);
        var subsets = new LinkedHashSet<String>();
        archive.names(name ->
                        LISTS.matcher(name).matches() || PICTURES.matcher(name).matches())
                .forEach(name -> subsets.add(name.substring(0, name.indexOf('/'))));
        for (var subset : subsets) {
            var list = subset + "/" + ClassificationExporter.LIST;
            if (archive.has(list)) {
                listed(archive, JsonFile.of(archive, list), subset, sink);
            } else {
                folders(archive, subset, sink);
            }
        }
    }

    private static void listed(ImportArchive archive, JsonFile file, String subset, ImportSink sink)
            throws IOException {
        Set<String> names = new LinkedHashSet<>();
        file.read((id, json) -> names.addAll(labels(new JsonEntry(file.name(), id, JsonFile.tree(json)))));
        sink.declare(names.stream().map(DatasetLabel::of).toList());
        file.read((id, json) -> {
            var entry = new JsonEntry(file.name(), id, JsonFile.tree(json));
            var media = subset + "/" + entry.node().path("path").asText("");
            tag(sink, ImportedItem.of(id, subset).withMedia(archive.has(media) ? media : null), labels(entry));
        });
    }

    private static Set<String> labels(JsonEntry entry) {
        var list = entry.node().path("labels");
        if (!list.isArray()) {
            throw entry.malformed("labels", "a list is due");
        }
        var labels = new LinkedHashSet<String>();
        for (var label : list) {
            if (!label.isTextual()) {
                throw entry.malformed("labels", "names of labels are due");
            }
            labels.add(label.asText());
        }
        return labels;
    }

    private static void folders(ImportArchive archive, String subset, ImportSink sink) throws IOException {
        var names = archive.names(
                name -> name.startsWith(subset + "/") && PICTURES.matcher(name).matches());
        sink.declare(names.stream()
                .map(ClassificationImporter::label)
                .distinct()
                .filter(label -> !label.equals(ClassificationExporter.UNLABELLED))
                .map(DatasetLabel::of)
                .toList());
        for (var name : names) {
            var label = label(name);
            var id = name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
            tag(
                    sink,
                    ImportedItem.of(id, subset).withMedia(name),
                    label.equals(ClassificationExporter.UNLABELLED) ? Set.of() : List.of(label));
        }
    }

    private static String label(String name) {
        int begin = name.indexOf('/') + 1;
        return name.substring(begin, name.indexOf('/', begin));
    }

    private static void tag(ImportSink sink, ImportedItem item, Iterable<String> labels) throws IOException {
        try (var frame = sink.item(item)) {
            for (var label : labels) {
                frame.tag(ImportedTag.of(label));
            }
        }
    }
}
