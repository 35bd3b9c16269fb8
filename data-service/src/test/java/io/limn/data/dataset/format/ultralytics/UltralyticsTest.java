package io.limn.data.dataset.format.ultralytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.kit.Archives;
import io.limn.data.dataset.kit.Import;
import io.limn.data.dataset.kit.MemoryOutput;
import io.limn.data.dataset.kit.Mutations;
import io.limn.data.dataset.kit.RoundTrip;
import io.limn.data.dataset.kit.Samples;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UltralyticsTest {
    private static final String YAML = "names:\n  0: car\n  1: person\npath: .\ntrain: train.txt\n";
    private static final String POSES = "kpt_shape:\n- 2\n- 3\nnames:\n  0: face\npath: .\ntrain: train.txt\n";

    private static Map<String, String> dataset(String yaml, String lines) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("data.yaml", yaml);
        texts.put("train.txt", "data/images/train/one.png\ndata/images/train/two.png\n");
        texts.put("labels/train/one.txt", lines);
        return texts;
    }

    private static MemoryOutput read(DatasetImporter importer, Map<String, String> texts) {
        return Import.of(importer, Samples.target(), Archives.zip(texts));
    }

    private static String lines(DatasetExporter exporter, Shape... shapes) {
        return Archives.texts(Archives.export(exporter, Samples.source(shapes))).get("labels/train/one.txt");
    }

    @Test
    void theDatasetIsDescribedInYaml() {
        var texts = Archives.texts(
                Archives.export(UltralyticsFormats.detection(), Samples.source(Samples.box(1, 2, 9, 8))));
        assertThat(texts)
                .containsEntry(
                        "data.yaml",
                        "names:\n  0: car\n  1: person\n  2: face\n  3: eye\n  4: nose\npath: .\ntrain: train.txt\n")
                .containsEntry(
                        "train.txt",
                        "data/images/train/one.png\ndata/images/train/three.png\ndata/images/train/two.png\n")
                .containsKey("images/train/one.png")
                .doesNotContainKey("labels/train/two.txt");
        assertThat(YamlText.of("a: b")).isEqualTo("'a: b'");
        assertThat(YamlText.of("it's")).isEqualTo("'it''s'");
        assertThat(YamlText.of("no")).isEqualTo("'no'");
        assertThat(YamlText.of("12")).isEqualTo("'12'");
    }

    @Test
    void everyKindHasItsLines() {
        var track = Samples.ofTrack(Samples.box(1, 2, 7, 9), 3, true);
        assertThat(lines(UltralyticsFormats.detection(), track)).isEqualTo("0 0.200000 0.343750 0.300000 0.437500\n");
        assertThat(lines(UltralyticsFormats.detectionTrack(), track, Samples.box(1, 2, 9, 8)))
                .isEqualTo("0 0.200000 0.343750 0.300000 0.437500 3\n0 0.250000 0.312500 0.400000 0.375000\n");
        assertThat(lines(UltralyticsFormats.oriented(), Samples.rotated(30, 10, 5, 16, 11)))
                .isEqualTo("1 0.595096 0.243870 0.854904 0.431370 0.704904 0.756130 0.445096 0.568630\n");
        assertThat(lines(
                        UltralyticsFormats.segmentation(),
                        Samples.shape(ShapeKind.POLYGON, Samples.PERSON, 1, 1, 9.5, 1, 9, 8.25, 2, 7)))
                .isEqualTo("1 0.050000 0.062500 0.475000 0.062500 0.450000 0.515625 0.100000 0.437500\n");
        assertThat(lines(UltralyticsFormats.pose(), Samples.face(12, 13, 4.5, 5)))
                .isEqualTo("0 0.412500 0.562500 0.375000 0.500000 0.600000 0.812500 2 0.225000 0.312500 1\n");
        assertThat(Archives.texts(Archives.export(UltralyticsFormats.pose(), Samples.source(Samples.face(1, 1, 2, 2)))))
                .containsEntry("data.yaml", POSES);
    }

    @Test
    void shapesComeBack() {
        RoundTrip.keeps(
                UltralyticsFormats.detection(), UltralyticsFormats.detectionImporter(), Samples.box(1, 2, 9, 8));
        RoundTrip.keeps(
                UltralyticsFormats.oriented(),
                UltralyticsFormats.orientedImporter(),
                Samples.box(1, 2, 9, 8),
                Samples.rotated(30, 10, 5, 16, 11),
                Samples.rotated(275, 4, 4, 16, 8));
        RoundTrip.keeps(
                UltralyticsFormats.segmentation(),
                UltralyticsFormats.segmentationImporter(),
                Samples.shape(ShapeKind.POLYGON, Samples.CAR, 1, 1, 9.5, 1, 9, 8.25, 2, 7));
        RoundTrip.keeps(UltralyticsFormats.pose(), UltralyticsFormats.poseImporter(), Samples.face(12, 13, 4.5, 5));
    }

    @Test
    void otherShapesHaveNoPlace() {
        assertThat(RoundTrip.kinds(
                        UltralyticsFormats.detection(), UltralyticsFormats.detectionImporter(), RoundTrip.allKinds()))
                .containsExactly(ShapeKind.RECTANGLE);
        assertThat(RoundTrip.kinds(
                        UltralyticsFormats.oriented(), UltralyticsFormats.orientedImporter(), RoundTrip.allKinds()))
                .containsExactly(ShapeKind.RECTANGLE, ShapeKind.RECTANGLE);
        assertThat(RoundTrip.kinds(UltralyticsFormats.pose(), UltralyticsFormats.poseImporter(), RoundTrip.allKinds()))
                .containsExactly(ShapeKind.SKELETON);
        assertThat(RoundTrip.kinds(
                        UltralyticsFormats.segmentation(),
                        UltralyticsFormats.segmentationImporter(),
                        RoundTrip.allKinds()))
                .as("polygons stay; ellipses and masks become some")
                .containsOnly(ShapeKind.POLYGON)
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void onlyTracksOfDetectionAreWritten() {
        var source = Samples.source(Samples.ofTrack(Samples.box(1, 2, 9, 8), 0, true));
        var tracked = RoundTrip.of(UltralyticsFormats.detectionTrack(), UltralyticsFormats.detectionImporter(), source);
        assertThat(tracked.shapes()).isEmpty();
        assertThat(tracked.tracks()).singleElement().satisfies(track -> assertThat(track.keyframes())
                .hasSize(2)
                .last()
                .satisfies(end -> assertThat(end.shape().outside()).isTrue()));
        var lost = RoundTrip.of(UltralyticsFormats.detection(), UltralyticsFormats.detectionImporter(), source);
        assertThat(lost.tracks()).isEmpty();
        assertThat(lost.shapes(0)).singleElement().satisfies(shape -> assertThat(shape.attributes())
                .isEmpty());
    }

    @Test
    void everyKindMayEndInATrack() {
        assertThat(read(UltralyticsFormats.orientedImporter(), dataset(YAML, "0 0.1 0.1 0.5 0.1 0.5 0.5 0.1 0.5 7\n"))
                        .tracks())
                .hasSize(1);
        assertThat(read(UltralyticsFormats.segmentationImporter(), dataset(YAML, "0 0.1 0.1 0.5 0.1 0.5 0.5 7\n"))
                        .tracks())
                .hasSize(1);
        assertThat(read(UltralyticsFormats.poseImporter(), dataset(POSES, "0 0.5 0.5 0.5 0.5 0.6 0.8 2 0.2 0.3 1 7\n"))
                        .tracks())
                .hasSize(1);
    }

    @Test
    void picturesAreFoundInBothLayoutsAndByFolder() {
        var one = "1 0.5 0.5 0.1 0.25\n";
        var texts = new LinkedHashMap<String, String>();
        texts.put("top/data.yaml", "names: [car, person]\nnc: 2\ntrain: ../train/images\nval: [images/val]\ntest:\n");
        texts.put("top/train/images/one.png", "x");
        texts.put("top/train/labels/one.txt", one);
        texts.put("top/labels/val/two.txt", one);
        var output = read(UltralyticsFormats.detectionImporter(), texts);
        assertThat(output.shapes()).hasSize(2).allSatisfy(placed -> {
            assertThat(placed.value().label()).isEqualTo(Samples.PERSON);
            assertThat(placed.value().points()).isEqualTo(Points.of(9, 6, 11, 10));
        });
        assertThat(output.shapes(2)).hasSize(1);
    }

    @Test
    void cornersThatAreNoBoxGetTheSmallestOneAroundThem() {
        var box = TurnedBox.of(Points.of(0, 0, 10, 0, 10, 4, 5, 5));
        assertThat(box.corners().get(2) - box.corners().get(0)).isPositive();
        var turned = TurnedBox.of(Points.of(10, 0, 0, 0, 0, 4, 10, 4));
        assertThat(turned.degrees() % 90).isZero();
    }

    @Test
    void posesNeedTheirShapeAndOthersMustNotHaveIt() {
        assertThatThrownBy(() -> read(UltralyticsFormats.poseImporter(), dataset(YAML, "")))
                .hasMessage("data.yaml, kpt_shape: it is missing");
        assertThatThrownBy(() -> read(UltralyticsFormats.detectionImporter(), dataset(POSES, "")))
                .hasMessageStartingWith("data.yaml, kpt_shape: ");
        assertThatThrownBy(() -> read(
                        UltralyticsFormats.poseImporter(),
                        dataset(POSES.replace("face", "car"), "0 0.5 0.5 0.5 0.5 0.6 0.8 2 0.2 0.3 1\n")))
                .hasMessageContaining("labels/train/one.txt, line 1: label 'car' is not for skeletons");
    }

    @Test
    void archivesOfOthersAreRefused() {
        assertThatThrownBy(() -> read(UltralyticsFormats.orientedImporter(), Map.of("a.txt", "x", "b.txt", "y")))
                .hasMessageContaining("Check [format docs]")
                .hasMessageContaining("format-yolo-ultralytics-oriented-boxes")
                .hasMessageContaining("Dataset must contain a file:");
    }

    @Test
    void brokenArchivesAreRefused() {
        mutate(20);
    }

    @Tag("soak")
    @Test
    void manyBrokenArchivesAreRefused() {
        mutate(200);
    }

    private static void mutate(int count) {
        mutate(UltralyticsFormats.detectionImporter(), YAML, "0 0.2 0.3 0.3 0.4 3\n1 0.5 0.5 0.1 0.25\n", count);
        mutate(UltralyticsFormats.orientedImporter(), YAML, "0 0.1 0.1 0.5 0.1 0.5 0.5 0.1 0.5\n", count);
        mutate(UltralyticsFormats.segmentationImporter(), YAML, "0 0.1 0.1 0.5 0.1 0.5 0.5\n", count);
        mutate(UltralyticsFormats.poseImporter(), POSES, "0 0.5 0.5 0.5 0.5 0.6 0.8 2 0.2 0.3 1\n", count);
    }

    private static void mutate(DatasetImporter importer, String yaml, String lines, int count) {
        var files = new LinkedHashMap<String, byte[]>();
        dataset(yaml, lines).forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        Mutations.refuse(importer, Samples.target(), files, count);
    }
}
