package io.limn.data.dataset.format.ultralytics;

import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.format.FormatDescription;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The formats of the Ultralytics YOLO family that tell of shapes: they differ in their lines only. */
final class UltralyticsFormats {
    private static final String FAMILY = "Ultralytics YOLO ";
    private static final String VERSION = " 1.0";

    private UltralyticsFormats() {}

    private static DatasetExporter exporter(String kind, Lines lines, boolean poses) {
        return new UltralyticsExporter(FormatDescription.exporter(FAMILY + kind + VERSION), lines, poses);
    }

    private static DatasetImporter importer(String kind, String library, LineReader reader, boolean poses) {
        var description = FormatDescription.importer(FAMILY + kind + VERSION).joiningTracks();
        return new UltralyticsImporter(description, "yolo_ultralytics_" + library, reader, poses);
    }

    @Produces
    @Singleton
    static DatasetExporter detection() {
        return exporter("Detection", Lines::boxes, false);
    }

    @Produces
    @Singleton
    static DatasetExporter detectionTrack() {
        return exporter("Detection Track", Lines::trackedBoxes, false);
    }

    @Produces
    @Singleton
    static DatasetExporter oriented() {
        return exporter("Oriented Bounding Boxes", Lines::corners, false);
    }

    @Produces
    @Singleton
    static DatasetExporter segmentation() {
        return exporter("Segmentation", Lines::polygons, false);
    }

    @Produces
    @Singleton
    static DatasetExporter pose() {
        return exporter("Pose", PoseLines::append, true);
    }

    @Produces
    @Singleton
    static DatasetImporter detectionImporter() {
        return importer("Detection", "detection", LineReader::box, false);
    }

    @Produces
    @Singleton
    static DatasetImporter orientedImporter() {
        return importer("Oriented Bounding Boxes", "oriented_boxes", LineReader::turnedBox, false);
    }

    @Produces
    @Singleton
    static DatasetImporter segmentationImporter() {
        return importer("Segmentation", "segmentation", LineReader::polygon, false);
    }

    @Produces
    @Singleton
    static DatasetImporter poseImporter() {
        return importer("Pose", "pose", PoseReader::read, true);
    }
}
