package io.limn.data.dataset.format.mot;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Labels;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.convert.NeutralAttributes;
import io.limn.data.dataset.convert.Numbers;
import io.limn.data.dataset.convert.UsedNames;
import io.limn.data.dataset.convert.ValueText;
import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.ExportSource;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.picture.PictureNames;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes one line for each box of each frame; subsets become one, and rotation is lost. */
@Singleton
final class MotExporter implements DatasetExporter {
    private static final String END = "\r\n";

    @Override
    public FormatDescription description() {
        return FormatDescription.exporter("MOT 1.1");
    }

    @Override
    public void export(ExportSource source, ArchiveWriter archive) throws IOException {
        var labels = source.subject().labels();
        try (var out = archive.entry(MotImporter.LABELS)) {
            for (var label : labels.all()) {
                out.write((label.name() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        try (var out = archive.entry(MotImporter.TRUTH)) {
            source.items(new Lines(out, labels)::item);
        }
        if (source.withMedia()) {
            var used = new UsedNames();
            for (var subset : source.subsets()) {
                source.frames(subset, item -> {
                    if (item.media() != null) {
                        archive.media(name(item, used), item.media());
                    }
                });
            }
        }
    }

    private static String name(Item item, UsedNames used) {
        var wanted = "img1/" + item.fileName();
        var name = wanted;
        for (int next = 1; !used.add(name); next++) {
            name = PictureNames.stem(wanted) + "_" + next + item.extension();
        }
        return name;
    }

    private static final class Lines {
        private final OutputStream out;
        private final Labels labels;
        private int position;
        private int last;
        /** By the index of a track its number in the file, 0 for none yet. */
        private int[] numbers = new int[16];

        Lines(OutputStream out, Labels labels) {
            this.out = out;
            this.labels = labels;
        }

        void item(Item item) throws IOException {
            position++;
            int frame = item.id().matches("\\d{1,9}") ? Integer.parseInt(item.id()) : position;
            for (var shape : item.shapes()) {
                if (shape.kind() == ShapeKind.RECTANGLE) {
                    out.write(line(frame, shape).getBytes(StandardCharsets.UTF_8));
                }
            }
        }

        private String line(int frame, Shape box) {
            var attributes = NeutralAttributes.of(box);
            double left = Numbers.two(box.points().get(0));
            double top = Numbers.two(box.points().get(1));
            double width = Numbers.two(Numbers.two(box.points().get(2)) - left);
            double height = Numbers.two(Numbers.two(box.points().get(3)) - top);
            return String.join(
                            ",",
                            Integer.toString(frame),
                            Integer.toString(number(box)),
                            ValueText.of(left),
                            ValueText.of(top),
                            ValueText.of(width),
                            ValueText.of(height),
                            Boolean.TRUE.equals(attributes.get(MotImporter.IGNORED)) ? "0" : "1",
                            Integer.toString(labels.index(box.label()) + 1),
                            ValueText.of(visibility(attributes.get(MotImporter.VISIBILITY), box.occluded())))
                    + END;
        }

        private static double visibility(Object attribute, boolean occluded) {
            return attribute instanceof Double number ? number : occluded ? 0 : 1;
        }

        private int number(Shape box) {
            if (box.track() == null) {
                return -1;
            }
            int index = box.track().index();
            if (index >= numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.max(index + 1, numbers.length * 2));
            }
            if (numbers[index] == 0) {
                numbers[index] = ++last;
            }
            return numbers[index];
        }
    }
}
