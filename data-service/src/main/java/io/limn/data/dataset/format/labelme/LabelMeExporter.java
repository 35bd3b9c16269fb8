package io.limn.data.dataset.format.labelme;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.archive.ArchiveNames;
import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.ExportSource;
import io.limn.data.dataset.format.FormatDescription;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Writes a file for each frame; ellipses become masks. */
@Singleton
final class LabelMeExporter implements DatasetExporter {
    @Override
    public FormatDescription description() {
        return FormatDescription.exporter("LabelMe 3.0");
    }

    @Override
    public void export(ExportSource source, ArchiveWriter archive) throws IOException {
        for (var subset : source.subsets()) {
            var folder = ArchiveNames.part(subset) + "/";
            source.items(subset, item -> write(item, folder, archive));
        }
    }

    private static void write(Item item, String folder, ArchiveWriter archive) throws IOException {
        if (item.media() != null) {
            archive.media(folder + item.fileName(), item.media());
        }
        var shapes = item.shapes().stream()
                .filter(shape -> hasPlace(shape, item.width() > 0))
                .toList();
        var objects = new ObjectWriter(item, folder);
        archive.text(folder + item.id() + ".xml", objects.text(shapes));
        objects.writeMasks(archive);
    }

    private static boolean hasPlace(Shape shape, boolean sized) {
        return switch (shape.kind()) {
            case RECTANGLE, POLYGON -> true;
            case ELLIPSE, MASK -> sized;
            case POLYLINE, POINTS, CUBOID, SKELETON -> false;
        };
    }

    /** Whether a shape is stored as a picture. */
    static boolean isMask(Shape shape) {
        return shape.kind() == ShapeKind.MASK || shape.kind() == ShapeKind.ELLIPSE;
    }
}
