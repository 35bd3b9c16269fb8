package io.limn.data.dataset.format.voc;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.ImportSink;
import io.limn.data.dataset.format.ImportedItem;
import io.limn.data.dataset.format.ImportedTag;
import io.limn.data.dataset.picture.PictureNames;
import io.limn.data.dataset.text.TextLines;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a dataset frame by frame: first those that lists name, then those that only have files. */
final class VocReader {
    private static final String ANNOTATIONS = "Annotations/";
    private static final String LISTS = "ImageSets/";
    private static final String XML = ".xml";

    private final ImportArchive archive;
    private final ImportSink sink;
    private final boolean onlyMasks;
    private final List<String> names;
    private final LabelMap labels;
    private final MaskReader masks;
    private final PictureNames pictures;
    /** Frames that have been read; the target has no fewer, since others are refused. */
    private final Set<String> done = new HashSet<>();

    private VocReader(ImportArchive archive, ImportSink sink, boolean onlyMasks) throws IOException {
        this.archive = archive;
        this.sink = sink;
        this.onlyMasks = onlyMasks;
        names = archive.names();
        labels = archive.has(LabelMap.FILE)
                ? LabelMap.read(archive)
                : onlyMasks ? LabelMap.byName(sink.labels()) : LabelMap.byPalette(sink.labels());
        masks = new MaskReader(labels, sink.labels().find(LabelMap.BACKGROUND) != null);
        pictures = new PictureNames(names, "JPEGImages/");
    }

    /** Whether a path below the top of a dataset is one of its own. */
    static boolean isOwn(String path, boolean onlyMasks) {
        return isPng(path, MaskFiles.CLASSES)
                || path.startsWith(LISTS + "Segmentation/") && path.endsWith(".txt")
                || !onlyMasks
                        && (path.startsWith(ANNOTATIONS) && path.endsWith(XML)
                                || path.startsWith(LISTS) && path.endsWith(".txt"));
    }

    private static boolean isPng(String path, String folder) {
        return path.startsWith(folder) && path.endsWith(".png");
    }

    /** Reads a dataset from its top folder. */
    static void read(ImportArchive archive, ImportSink sink, boolean onlyMasks) throws IOException {
        new VocReader(archive, sink, onlyMasks).read();
    }

    private void read() throws IOException {
        sink.declare(labels.labels());
        for (var list : names) {
            if (list.startsWith(LISTS + "Main/") && !onlyMasks || list.startsWith(LISTS + "Segmentation/")) {
                list(list);
            }
        }
        for (var name : names) {
            if (!onlyMasks && name.startsWith(ANNOTATIONS) && name.endsWith(XML)) {
                item(name.substring(ANNOTATIONS.length(), name.length() - XML.length()), "default");
            } else if (isPng(name, MaskFiles.CLASSES)) {
                item(PictureNames.stem(name.substring(MaskFiles.CLASSES.length())), "default");
            }
        }
        if (!onlyMasks) {
            for (var list : names) {
                if (list.startsWith(LISTS + "Main/") && classOf(list) != null) {
                    tags(list, classOf(list));
                }
            }
        }
    }

    /** The label of a list of tags, {@code null} for a list of frames. */
    private String classOf(String list) {
        var folder = list.substring(0, list.lastIndexOf('/') + 1);
        var name = list.substring(folder.length());
        for (int end = name.indexOf('_'); end >= 0; end = name.indexOf('_', end + 1)) {
            if (labels.has(name.substring(0, end)) && archive.has(folder + name.substring(end + 1))) {
                return name.substring(0, end);
            }
        }
        return null;
    }

    private void list(String list) throws IOException {
        if (!list.endsWith(".txt") || classOf(list) != null) {
            return;
        }
        var subset = list.substring(list.lastIndexOf('/') + 1, list.length() - ".txt".length());
        TextLines.read(archive, list, (number, line) -> item(unquoted(line), subset));
    }

    private static String unquoted(String line) {
        return line.length() > 1 && line.startsWith("\"") && line.endsWith("\"")
                ? line.substring(1, line.length() - 1)
                : line;
    }

    private void item(String id, String subset) throws IOException {
        if (done.contains(id)) {
            return;
        }
        try (var item = sink.item(ImportedItem.of(id, subset).withMedia(pictures.find(id)))) {
            done.add(id);
            var boxes = ANNOTATIONS + id + XML;
            if (!onlyMasks && archive.has(boxes)) {
                ObjectReader.read(archive, boxes, item);
            }
            var classes = MaskFiles.CLASSES + id + ".png";
            var objects = MaskFiles.OBJECTS + id + ".png";
            if (archive.has(classes)) {
                masks.read(archive, classes, archive.has(objects) ? objects : null, item);
            }
        }
    }

    private void tags(String list, String label) throws IOException {
        TextLines.read(archive, list, (number, line) -> {
            int end = line.length();
            while (end > 0 && !Character.isWhitespace(line.charAt(end - 1))) {
                end--;
            }
            var sign = line.substring(end);
            if (!sign.equals("1") && !sign.equals("-1") && !sign.equals("0")) {
                throw DatasetException.malformed(list, "line " + number, "1 or -1 is expected behind the frame");
            }
            if (sign.equals("1")) {
                try (var item = sink.item(
                        ImportedItem.of(unquoted(line.substring(0, end).strip()), "default"))) {
                    item.tag(ImportedTag.of(label));
                }
            }
        });
    }
}
