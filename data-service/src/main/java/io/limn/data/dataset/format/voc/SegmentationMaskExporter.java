package io.limn.data.dataset.format.voc;

import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.convert.Transforms;
import io.limn.data.dataset.convert.UsedNames;
import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.ExportSource;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.voc.MaskFiles.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes all that has an area as pictures, groups as one object. */
@Singleton
final class SegmentationMaskExporter implements DatasetExporter {
    @Override
    public FormatDescription description() {
        return FormatDescription.exporter("Segmentation mask 1.1");
    }

    @Override
    public void export(ExportSource source, ArchiveWriter archive) throws IOException {
        var labels = LabelMap.byName(source.subject().labels());
        archive.text(LabelMap.FILE, labels.text());
        var used = new UsedNames();
        for (var subset : source.subsets()) {
            var lists = new SubsetLists(subset, used);
            source.items(subset, item -> write(item, archive, labels, lists));
            lists.writeSegmentation(archive);
        }
    }

    private static void write(Item item, ArchiveWriter archive, LabelMap labels, SubsetLists lists) throws IOException {
        if (item.media() != null) {
            archive.media("JPEGImages/" + item.fileName(), item.media());
        }
        var objects = item.width() == 0
                ? List.<Shape>of()
                : Transforms.mergeGroups(
                        item.shapes().stream()
                                .filter(SegmentationMaskExporter::hasArea)
                                .toList(),
                        item.width(),
                        item.height());
        if (!objects.isEmpty()) {
            var instances = new ArrayList<Instance>();
            objects.forEach(shape -> instances.add(new Instance(shape, instances.size() + 1)));
            MaskFiles.write(archive, item, instances, labels);
        }
        lists.add(item.id(), item.shapes().isEmpty() && item.tags().isEmpty(), !objects.isEmpty());
    }

    private static boolean hasArea(Shape shape) {
        return switch (shape.kind()) {
            case RECTANGLE, POLYGON, ELLIPSE, MASK -> true;
            case POLYLINE, POINTS, CUBOID, SKELETON -> false;
        };
    }
}
