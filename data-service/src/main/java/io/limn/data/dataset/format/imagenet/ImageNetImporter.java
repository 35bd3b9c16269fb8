package io.limn.data.dataset.format.imagenet;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.format.DatasetLabel;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.ImportSink;
import io.limn.data.dataset.format.ImportedItem;
import io.limn.data.dataset.format.ImportedTag;
import io.limn.data.dataset.picture.PictureNames;
import io.limn.data.dataset.text.TextLines;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads tags from lists when there are any, otherwise from the folders of pictures. */
@Singleton
final class ImageNetImporter implements DatasetImporter {
    private static final String TEXT = ".txt";
    private static final String SUBSET = "default";

    @Override
    public FormatDescription description() {
        return FormatDescription.importer("ImageNet 1.0");
    }

    @Override
    public void read(ImportArchive archive, ImportSink sink) throws IOException {
        var lists = archive.names(name -> name.endsWith(TEXT) && !name.contains("/"));
        if (lists.isEmpty()) {
            folders(archive, sink);
            return;
        }
        var labels = new ArrayList<String>();
        TextLines.read(archive, ImageNetExporter.LABELS, (number, line) -> labels.add(line));
        sink.declare(labels.stream().map(DatasetLabel::of).toList());
        var pictures = new PictureNames(archive.names(), "");
        for (var list : lists) {
            if (!list.equals(ImageNetExporter.LABELS)) {
                list(archive, list, labels, pictures, sink);
            }
        }
    }

    private static void folders(ImportArchive archive, ImportSink sink) throws IOException {
        var pictures = archive.names(name -> name.contains("/") && PictureNames.isPicture(name));
        if (pictures.isEmpty()) {
            throw DatasetException.notFound("imagenet", null);
        }
        sink.declare(pictures.stream()
                .map(name -> name.substring(0, name.indexOf('/')))
                .filter(label -> !label.equals(ImageNetExporter.NO_LABEL))
                .distinct()
                .map(DatasetLabel::of)
                .toList());
        for (var picture : pictures) {
            var label = picture.substring(0, picture.indexOf('/'));
            var id = PictureNames.stem(picture.substring(label.length() + 1));
            try (var item = sink.item(ImportedItem.of(id, SUBSET).withMedia(picture))) {
                if (!label.equals(ImageNetExporter.NO_LABEL)) {
                    item.tag(ImportedTag.of(label));
                }
            }
        }
    }

    private static void list(
            ImportArchive archive, String list, List<String> labels, PictureNames pictures, ImportSink sink)
            throws IOException {
        var subset = list.substring(0, list.length() - TEXT.length());
        TextLines.read(archive, list, (number, line) -> {
            // Names may have blanks, so the numbers are taken from the end.
            var parts = line.split("\\s+");
            int first = parts.length;
            int end = line.length();
            while (first > 1 && parts[first - 1].matches("\\d{1,9}")) {
                first--;
                end = line.substring(0, end).stripTrailing().length() - parts[first].length();
            }
            var id = PictureNames.stem(line.substring(0, end).strip());
            try (var item = sink.item(ImportedItem.of(id, subset).withMedia(pictures.find(id)))) {
                for (int i = first; i < parts.length; i++) {
                    int index = Integer.parseInt(parts[i]);
                    if (index >= labels.size()) {
                        throw DatasetException.malformed(
                                list, "line " + number, "there are " + labels.size() + " labels, and none is " + index);
                    }
                    item.tag(ImportedTag.of(labels.get(index)));
                }
            }
        });
    }
}
