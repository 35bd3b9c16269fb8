package io.limn.data.dataset.format.ultralytics;

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
import java.io.IOException;

/**
 * Reads one of the Ultralytics YOLO formats.
 *
 * @param description what it is
 * @param library     how its documentation is called
 * @param reader      understands a line
 * @param poses       whether its shapes are skeletons
 */
record UltralyticsImporter(FormatDescription description, String library, LineReader reader, boolean poses)
        implements DatasetImporter {
    @Override
    public void read(ImportArchive sent, ImportSink sink) throws IOException {
        var folder = sent.folderWith(DataYaml.FILE::equals)
                .or(() -> sent.folderWith(UltralyticsImporter::isYaml))
                .orElseThrow(this::notFound);
        var archive = sent.below(folder);
        var files = archive.names(UltralyticsImporter::isYaml);
        if (files.size() != 1 && !archive.has(DataYaml.FILE)) {
            throw notFound();
        }
        var file = archive.has(DataYaml.FILE) ? DataYaml.FILE : files.getFirst();
        var data = DataYamlReader.read(archive, file);
        if (poses != (data.shape() != null)) {
            throw DatasetException.malformed(
                    file, DataYaml.POINTS, poses ? "it is missing" : "only datasets of poses have it");
        }
        sink.declare(data.names().values().stream().map(DatasetLabel::of).toList());
        for (var split : data.splits().entrySet()) {
            var pictures = new Pictures(
                    archive,
                    file,
                    split.getKey(),
                    (id, media, text) -> picture(archive, sink, data, split.getKey(), id, media, text));
            for (var path : split.getValue()) {
                pictures.find(path);
            }
        }
    }

    private static boolean isYaml(String name) {
        return name.indexOf('/') < 0 && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private DatasetException notFound() {
        return DatasetException.notFound(library, "*.yaml");
    }

    private void picture(
            ImportArchive archive, ImportSink sink, DataYaml data, String split, String id, String media, String text)
            throws IOException {
        try (var item = sink.item(ImportedItem.of(id, split).withMedia(media))) {
            if (text != null && archive.length(text) > 0) {
                var size = PictureSize.of(item, archive, media, text);
                var context = new LineReader.Context(data, sink.labels(), size);
                TextLines.read(archive, text, (number, line) -> {
                    var shape = reader.read(Fields.ofBlanks(text, number, line), context);
                    if (shape != null) {
                        item.shape(shape);
                    }
                });
            }
        }
    }
}
