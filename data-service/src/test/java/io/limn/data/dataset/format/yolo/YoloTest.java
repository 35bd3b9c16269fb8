package io.limn.data.dataset.format.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.kit.Archives;
import io.limn.data.dataset.kit.Import;
import io.limn.data.dataset.kit.MemoryOutput;
import io.limn.data.dataset.kit.Mutations;
import io.limn.data.dataset.kit.RoundTrip;
import io.limn.data.dataset.kit.Samples;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class YoloTest {
    private static final String HEAD =
            "classes = 2\ntrain = data/train.txt\nnames = data/obj.names\nbackup = backup/\n";
    private final YoloExporter exporter = new YoloExporter();
    private final YoloImporter importer = new YoloImporter();

    private static Map<String, String> dataset() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("obj.data", HEAD);
        texts.put("obj.names", "car\nperson\n");
        texts.put("train.txt", "data/obj_train_data/one.png\ndata/obj_train_data/two.png\n");
        texts.put("obj_train_data/one.txt", "0 0.250000 0.312500 0.400000 0.375000\n1 0.5 0.5 0.1 0.25\n");
        texts.put("obj_train_data/two.txt", "");
        return texts;
    }

    private MemoryOutput read(Map<String, String> texts) {
        return Import.of(importer, Samples.target(), Archives.zip(texts));
    }

    @Test
    void writesBoxesAsSharesOfThePicture() {
        var texts = Archives.texts(Archives.export(exporter, Samples.source(Samples.box(1, 2, 9, 8))));
        assertThat(texts)
                .containsEntry(
                        "obj.data", "classes = 5\ntrain = data/train.txt\nnames = data/obj.names\nbackup = backup/\n")
                .containsEntry("obj.names", "car\nperson\nface\neye\nnose\n")
                .containsEntry(
                        "train.txt",
                        "data/obj_train_data/one.png\ndata/obj_train_data/three.png\ndata/obj_train_data/two.png\n")
                .containsEntry("obj_train_data/one.txt", "0 0.250000 0.312500 0.400000 0.375000\n")
                .containsEntry("obj_train_data/two.txt", "")
                .containsKey("obj_train_data/one.png");
    }

    @Test
    void readsWhatTheFormatSays() {
        var back = read(dataset()).shapes(0);
        assertThat(back).extracting(shape -> shape.label().name()).containsExactly("car", "person");
        assertThat(back).extracting(Shape::points).containsExactly(Points.of(1, 2, 9, 8), Points.of(9, 6, 11, 10));
        assertThat(back).extracting(Shape::source).containsOnly("file");
    }

    @Test
    void boxesComeBack() {
        RoundTrip.keeps(exporter, importer, Samples.box(1, 2, 9, 8), Samples.box(0, 0.25, 19.99, 15.5));
    }

    @Test
    void onlyBoxesThatAreNotRotatedHaveAPlace() {
        assertThat(RoundTrip.kinds(exporter, importer, RoundTrip.allKinds())).containsExactly(ShapeKind.RECTANGLE);
    }

    @Test
    void attributesOcclusionOrderAndTracksAreLost() {
        var shape = Samples.ofTrack(Samples.box(1, 2, 9, 8), 0, true);
        var output = RoundTrip.of(exporter, importer, Samples.source(shape));
        assertThat(output.tracks()).isEmpty();
        assertThat(output.shapes(0)).singleElement().satisfies(back -> {
            assertThat(back.attributes()).isEmpty();
            assertThat(back.order()).isZero();
        });
    }

    @Test
    void subsetsAreListsAndReservedNamesAreRefused() {
        var other = Samples.source("Val", List.of(), List.of(List.of(Samples.box(1, 2, 9, 8))));
        assertThat(Archives.texts(Archives.export(exporter, other)).get("obj.data"))
                .contains("Val = data/Val.txt");
        assertThatThrownBy(() -> Archives.export(exporter, Samples.source("names", List.of(), List.of())))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Can't export 'names' subset in YOLO format, this word is reserved.");
    }

    @Test
    void archivesOfOthersAreRefused() {
        assertThatThrownBy(() -> read(Map.of("a.txt", "x", "b.txt", "y")))
                .hasMessageContaining("Check [format docs]")
                .hasMessageContaining("Dataset must contain a file: \"obj.data\"");
    }

    @Test
    void mistakesAreNamedWithFileAndLine() {
        var unknown = dataset();
        unknown.put("obj_train_data/two.txt", "5 0.5 0.5 0.1 0.1\n");
        assertThatThrownBy(() -> read(unknown)).hasMessage("obj_train_data/two.txt, line 1: Undeclared label '5'");
        var label = dataset();
        label.put("obj.names", "truck\nperson\n");
        assertThatThrownBy(() -> read(label))
                .hasMessage(
                        "Image one: can't import annotation #0 (bbox): Label 'truck' is not registered for this task");
        var frame = dataset();
        frame.put("train.txt", "data/obj_train_data/nowhere.png\n");
        assertThatThrownBy(() -> read(frame)).hasMessageContaining("'nowhere'");
        var fields = dataset();
        fields.put("obj_train_data/one.txt", "\n0 0.5 0.5 0.1\n");
        assertThatThrownBy(() -> read(fields)).hasMessageStartingWith("obj_train_data/one.txt, line 2: ");
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

    private void mutate(int count) {
        var files = new LinkedHashMap<String, byte[]>();
        dataset().forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        Mutations.refuse(importer, Samples.target(), files, count);
    }
}
