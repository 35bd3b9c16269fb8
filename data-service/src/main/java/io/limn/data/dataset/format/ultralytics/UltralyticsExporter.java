package io.limn.data.dataset.format.ultralytics;

import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.ExportSource;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.yolo.Classes;
import io.limn.data.dataset.format.yolo.Split;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Writes one of the Ultralytics YOLO formats: a text of shapes for each picture that has some.
 *
 * @param description what it is
 * @param lines       writes the shapes of a frame
 * @param poses       whether only skeletons have a place in it
 */
record UltralyticsExporter(FormatDescription description, Lines lines, boolean poses) implements DatasetExporter {
    private static final Set<String> RESERVED =
            Set.of("backup", "classes", "names", "path", DataYaml.POINTS, DataYaml.FLIPPED);

    @Override
    public void export(ExportSource source, ArchiveWriter archive) throws IOException {
        var splits = Split.of(source, RESERVED);
        var labels = source.subject().labels();
        var classes = poses ? Classes.skeletons(labels) : Classes.all(labels);
        int points = classes.labels().stream()
                .mapToInt(label -> label.points().size())
                .max()
                .orElse(0);
        archive.text(DataYaml.FILE, DataYaml.text(classes.names(), splits, poses ? points : -1));
        for (var split : splits) {
            try (var list = archive.entry(split.name() + ".txt")) {
                split.items(
                        source,
                        (id, item) -> list.write(("data/images/" + split.name() + "/" + id + item.extension() + "\n")
                                .getBytes(StandardCharsets.UTF_8)));
            }
            split.items(source, (id, item) -> {
                var text = new StringBuilder();
                lines.append(text, item, classes, points);
                if (!text.isEmpty()) {
                    archive.text("labels/" + split.name() + "/" + id + ".txt", text.toString());
                }
                if (item.media() != null) {
                    archive.media("images/" + split.name() + "/" + id + item.extension(), item.media());
                }
            });
        }
    }
}
