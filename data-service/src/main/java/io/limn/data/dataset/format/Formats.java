package io.limn.data.dataset.format;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All formats that there are, in the order in which the API lists them. */
@ApplicationScoped
public class Formats {
    private static final List<String> ORDER = List.of(
            "CamVid",
            "Cityscapes",
            "COCO",
            "COCO Keypoints",
            "COCO Panoptic",
            "COCO RLE",
            "CVAT for video",
            "CVAT for images",
            "CVAT",
            "Datumaro",
            "Datumaro 3D",
            "ICDAR Recognition",
            "ICDAR Localization",
            "ICDAR Segmentation",
            "ImageNet",
            "KITTI",
            "LabelMe",
            "LFW",
            "Market-1501",
            "Segmentation mask",
            "MOT",
            "MOTS PNG",
            "Open Images V6",
            "PASCAL VOC",
            "Sly Point Cloud Format",
            "Kitti Raw Format",
            "VGGFace2",
            "WiderFace",
            "YOLO",
            "Ultralytics YOLO Detection",
            "Ultralytics YOLO Detection Track",
            "Ultralytics YOLO Oriented Bounding Boxes",
            "Ultralytics YOLO Segmentation",
            "Ultralytics YOLO Pose",
            "Ultralytics YOLO Classification");

    /** Importers of one family are listed in another order than its exporters. */
    private static final List<String> IMPORTED_AFTER = List.of(
            "Ultralytics YOLO Detection", "Ultralytics YOLO Segmentation", "Ultralytics YOLO Oriented Bounding Boxes");

    private final List<DatasetExporter> exporters;
    private final List<DatasetImporter> importers;

    Formats(@All List<DatasetExporter> exporters, @All List<DatasetImporter> importers) {
        this.exporters = sorted(exporters, DatasetExporter::description, Formats::place);
        this.importers = sorted(importers, DatasetImporter::description, Formats::importedPlace);
    }

    private static <T> List<T> sorted(
            List<T> formats, Function<T, FormatDescription> description, Function<String, Double> place) {
        return formats.stream()
                .sorted(Comparator.comparing((T format) -> place.apply(family(description.apply(format))))
                        .thenComparing(format -> description.apply(format).name()))
                .toList();
    }

    private static String family(FormatDescription format) {
        return format.name().substring(0, Math.max(0, format.name().lastIndexOf(' ')));
    }

    private static double place(String family) {
        int place = ORDER.indexOf(family);
        return place < 0 ? ORDER.size() : place;
    }

    private static double importedPlace(String family) {
        int place = IMPORTED_AFTER.indexOf(family);
        return place < 0 ? place(family) : place(IMPORTED_AFTER.getFirst()) + place / 10.0;
    }

    /** All that write. */
    public List<DatasetExporter> exporters() {
        return exporters;
    }

    /** All that read. */
    public List<DatasetImporter> importers() {
        return importers;
    }

    /** The one that writes a format by its display name. */
    public Optional<DatasetExporter> exporter(String name) {
        return exporters.stream()
                .filter(exporter -> exporter.description().name().equals(name))
                .findFirst();
    }

    /** The one that reads a format by its display name. */
    public Optional<DatasetImporter> importer(String name) {
        return importers.stream()
                .filter(importer -> importer.description().name().equals(name))
                .findFirst();
    }
}
