package io.limn.data.dataset.format.voc;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.convert.UsedNames;
import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.ExportSource;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.voc.MaskFiles.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Writes boxes as XML files, ellipses and masks as pictures, tags as lists; polygons have no place. */
@Singleton
final class VocExporter implements DatasetExporter {
    @Override
    public FormatDescription description() {
        return FormatDescription.exporter("PASCAL VOC 1.1");
    }

    @Override
    public void export(ExportSource source, ArchiveWriter archive) throws IOException {
        var labels = LabelMap.byPalette(source.subject().labels());
        archive.text(LabelMap.FILE, labels.text());
        var used = new UsedNames();
        for (var subset : source.subsets()) {
            var lists = new SubsetLists(subset, used);
            source.items(subset, item -> write(item, archive, labels, lists));
            lists.write(archive, labels);
        }
    }

    private static void write(Item item, ArchiveWriter archive, LabelMap labels, SubsetLists lists) throws IOException {
        var boxes = item.shapes().stream()
                .filter(shape -> shape.kind() == ShapeKind.RECTANGLE)
                .toList();
        var masks = item.width() == 0
                ? List.<Shape>of()
                : item.shapes().stream()
                        .filter(shape -> shape.kind() == ShapeKind.MASK || shape.kind() == ShapeKind.ELLIPSE)
                        .toList();
        if (item.media() != null) {
            archive.media("JPEGImages/" + item.fileName(), item.media());
        }
        if (!boxes.isEmpty()) {
            archive.text("Annotations/" + item.id() + ".xml", ObjectFile.text(item, boxes, !masks.isEmpty()));
        }
        if (!masks.isEmpty()) {
            MaskFiles.write(archive, item, numbered(masks, boxes), labels);
        }
        lists.add(item.id(), item.shapes().isEmpty() && item.tags().isEmpty(), !masks.isEmpty());
        if (!item.tags().isEmpty()) {
            lists.tag(
                    item.id(),
                    item.tags().stream().map(tag -> tag.label().name()).toList());
        }
    }

    /**
     * Readers take a box and a mask of one number for one object. So boxes come first, and a mask has the number of the
     * box of its group, or one that no box has.
     */
    private static List<Instance> numbered(List<Shape> masks, List<Shape> boxes) {
        var ofGroups = new HashMap<Integer, Integer>();
        for (int i = 0; i < boxes.size(); i++) {
            ofGroups.putIfAbsent(boxes.get(i).group(), i + 1);
        }
        ofGroups.remove(0);
        var instances = new ArrayList<Instance>();
        int next = boxes.size() + 1;
        for (var mask : masks) {
            var number = ofGroups.get(mask.group());
            instances.add(new Instance(mask, number == null ? next++ : number));
        }
        return instances;
    }
}
