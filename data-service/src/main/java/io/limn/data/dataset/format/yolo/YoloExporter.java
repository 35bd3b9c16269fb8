package io.limn.data.dataset.format.yolo;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.ExportSource;
import io.limn.data.dataset.format.FormatDescription;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Writes YOLO 1.1: a text of boxes for each picture. */
@Singleton
public final class YoloExporter implements DatasetExporter {
    static final String NAME = "YOLO 1.1";
    static final Set<String> RESERVED = Set.of("backup", "classes", "names");

    @Override
    public FormatDescription description() {
        return FormatDescription.exporter(NAME);
    }

    @Override
    public void export(ExportSource source, ArchiveWriter archive) throws IOException {
        var splits = Split.of(source, RESERVED);
        var classes = Classes.all(source.subject().labels());
        archive.text("obj.data", head(classes, splits));
        archive.text("obj.names", String.join("\n", classes.names()) + "\n");
        for (var split : splits) {
            var folder = "obj_" + split.name() + "_data/";
            try (var list = archive.entry(split.name() + ".txt")) {
                split.items(
                        source,
                        (id, item) -> list.write(
                                ("data/" + folder + id + item.extension() + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            split.items(source, (id, item) -> {
                archive.text(folder + id + ".txt", boxes(item, classes));
                if (item.media() != null) {
                    archive.media(folder + id + item.extension(), item.media());
                }
            });
        }
    }

    private static String head(Classes classes, List<Split> splits) {
        var text =
                new StringBuilder("classes = ").append(classes.labels().size()).append('\n');
        for (var split : splits) {
            text.append(split.name()).append(" = data/").append(split.name()).append(".txt\n");
        }
        return text.append("names = data/obj.names\nbackup = backup/\n").toString();
    }

    private static String boxes(Item item, Classes classes) {
        var text = new StringBuilder();
        for (var shape : item.shapes()) {
            if (shape.kind() == ShapeKind.RECTANGLE && shape.rotation() == 0) {
                text.append(classes.index(shape.label()));
                BoxLines.append(text, shape.points(), item);
                text.append('\n');
            }
        }
        return text.toString();
    }
}
