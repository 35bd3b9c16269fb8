package io.limn.data.dataset.format.yolo;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.archive.PictureSize;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.format.DatasetLabel;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.ImportSink;
import io.limn.data.dataset.format.ImportedItem;
import io.limn.data.dataset.text.Fields;
import io.limn.data.dataset.text.TextLines;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads YOLO 1.1. */
@Singleton
public final class YoloImporter implements DatasetImporter {
    private static final String HEAD = "obj.data";
    private static final int FIELDS = 5;

    @Override
    public FormatDescription description() {
        return FormatDescription.importer(YoloExporter.NAME);
    }

    @Override
    public void read(ImportArchive archive, ImportSink sink) throws IOException {
        var folder = archive.folderWith(HEAD::equals).orElseThrow(() -> DatasetException.notFound("yolo", HEAD));
        read(new Dataset(archive.below(folder), sink, new ArrayList<>()));
    }

    private record Dataset(ImportArchive archive, ImportSink sink, List<String> classes) {}

    private static void read(Dataset dataset) throws IOException {
        var head = head(dataset.archive());
        var names = head.remove("names");
        if (names == null) {
            throw DatasetException.malformed(HEAD, "names", "the file of class names is not told");
        }
        TextLines.read(dataset.archive(), within(names), (number, line) -> dataset.classes()
                .add(line));
        dataset.sink().declare(dataset.classes().stream().map(DatasetLabel::of).toList());
        head.keySet().removeAll(YoloExporter.RESERVED);
        for (var split : head.entrySet()) {
            var list = within(split.getValue());
            if (!dataset.archive().has(list)) {
                throw DatasetException.malformed(HEAD, split.getKey(), "there is no file '" + list + "'");
            }
            TextLines.read(dataset.archive(), list, (number, line) -> picture(dataset, split.getKey(), within(line)));
        }
    }

    private static Map<String, String> head(ImportArchive archive) throws IOException {
        var head = new LinkedHashMap<String, String>();
        TextLines.read(archive, HEAD, (number, line) -> {
            int sign = line.indexOf('=');
            if (sign <= 0) {
                throw DatasetException.malformed(HEAD, "line " + number, "it has no 'key = value'");
            }
            head.put(line.substring(0, sign).strip(), line.substring(sign + 1).strip());
        });
        return head;
    }

    /** Paths begin at the folder that the tool is run in, with or without {@code data}. */
    private static String within(String path) {
        var plain = path.replace('\\', '/');
        plain = plain.startsWith("./") ? plain.substring(2) : plain;
        return plain.startsWith("data/") ? plain.substring("data/".length()) : plain;
    }

    private static void picture(Dataset dataset, String split, String path) throws IOException {
        int dot = path.lastIndexOf('.');
        var stem = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
        var boxes = stem + ".txt";
        var folder = "obj_" + split + "_data/";
        var archive = dataset.archive();
        var media = archive.has(path) ? path : null;
        var id = stem.startsWith(folder) ? stem.substring(folder.length()) : stem;
        try (var item = dataset.sink().item(ImportedItem.of(id, split).withMedia(media))) {
            if (archive.has(boxes) && archive.length(boxes) > 0) {
                var size = PictureSize.of(item, archive, media, boxes);
                TextLines.read(archive, boxes, (number, line) -> {
                    var fields = Fields.ofBlanks(boxes, number, line);
                    if (fields.size() != FIELDS) {
                        throw fields.malformed("Unexpected field count " + fields.size() + ", expected " + FIELDS);
                    }
                    item.shape(BoxLines.read(fields, label(dataset.classes(), fields), size));
                });
            }
        }
    }

    private static String label(List<String> classes, Fields fields) {
        int index = fields.whole(0);
        if (index < 0 || index >= classes.size()) {
            throw fields.malformed("Undeclared label '" + index + "'");
        }
        return classes.get(index);
    }
}
