package io.limn.data.dataset.format.mot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.Tag;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.intake.AnnotationOutput;
import io.limn.data.dataset.kit.Archives;
import io.limn.data.dataset.kit.Import;
import io.limn.data.dataset.kit.MemoryOutput;
import io.limn.data.dataset.kit.Mutations;
import io.limn.data.dataset.kit.Samples;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MotTest {
    private static final String LABELS = "car\nperson\n";

    private static Shape tracked(int index, double left) {
        return Samples.ofTrack(Samples.box(left, 2, left + 6, 9), index, true);
    }

    private static byte[] export(List<List<Shape>> shapes) {
        return Archives.export(new MotExporter(), Samples.source("default", List.of(), shapes));
    }

    private static MemoryOutput read(byte[] archive) {
        return Import.of(new MotImporter(), Samples.target(), archive);
    }

    private static MemoryOutput read(String rows, String labels) {
        return read(Archives.zip(Map.of("gt/gt.txt", rows, "gt/labels.txt", labels)));
    }

    private static List<String> frames(AnnotationOutput.Track track) {
        return track.keyframes().stream()
                .map(placed -> placed.frame() + (placed.shape().outside() ? " outside" : ""))
                .toList();
    }

    @Test
    void archivesAreLaidOutAsDescribed() {
        var texts = Archives.texts(export(List.of(
                List.of(Samples.rotated(30, 10, 5, 16, 11.564), tracked(7, 1)),
                List.of(tracked(3, 4), tracked(7, 4)))));

        assertThat(texts.keySet())
                .containsExactlyInAnyOrder(
                        "gt/labels.txt", "gt/gt.txt", "img1/one.png", "img1/three.png", "img1/two.png");
        assertThat(texts.get("gt/labels.txt")).isEqualTo("car\nperson\nface\neye\nnose\n");
        assertThat(texts.get("gt/gt.txt"))
                .isEqualTo("1,-1,10.0,5.0,6.0,6.56,1,2,1.0\r\n"
                        + "1,1,1.0,2.0,6.0,7.0,1,1,1.0\r\n"
                        + "2,2,4.0,2.0,6.0,7.0,1,1,1.0\r\n"
                        + "2,1,4.0,2.0,6.0,7.0,1,1,1.0\r\n");
    }

    @Test
    void boxesComeBack() {
        var output = read(export(List.of(List.of(Samples.box(1, 2, 9.5, 8)))));
        var box = output.shapes(0).getFirst();
        assertThat(box.kind()).isEqualTo(ShapeKind.RECTANGLE);
        assertThat(box.label()).isEqualTo(Samples.CAR);
        assertThat(box.points().toArray()).containsExactly(1, 2, 9.5, 8);
    }

    @Test
    void tracksComeBackAndAreOutsideWhereTheyHaveNoBox() {
        var output = read(export(List.of(List.of(tracked(0, 1)), List.of(tracked(1, 2)), List.of(tracked(0, 3)))));
        assertThat(output.shapes()).isEmpty();
        assertThat(output.tracks())
                .extracting(MotTest::frames)
                .containsExactly(List.of("0", "1 outside", "2"), List.of("1", "2 outside"));
    }

    @Test
    void whatTheFormatCannotSayIsLost() {
        var polygon = Samples.shape(ShapeKind.POLYGON, Samples.CAR, 1, 1, 9, 1, 5, 8);
        var ellipse = Samples.shape(ShapeKind.ELLIPSE, Samples.CAR, 10, 8, 15, 5);
        var mask = Samples.shape(ShapeKind.MASK, Samples.PERSON, 1, 2, 1, 4, 4, 3, 7, 4);
        assertThat(read(export(List.of(List.of(polygon, ellipse, mask, Samples.face(1, 1, 2, 2)))))
                        .shapes())
                .as("all but boxes")
                .isEmpty();
        var tag = new Tag(Samples.CAR, 0, "manual", List.of());
        assertThat(read(Archives.export(new MotExporter(), Samples.source(tag))).tags())
                .as("tags")
                .isEmpty();
        var box = read(export(List.of(List.of(Samples.rotated(30, 10, 5, 16, 11).withGroup(2)))))
                .shapes(0)
                .getFirst();
        assertThat(box.rotation()).as("rotation").isZero();
        assertThat(box.group()).as("groups").isZero();
        assertThat(box.attributes()).as("attributes").isEmpty();
    }

    @Test
    void linesOfSevenNineAndTenNumbersAreRead() {
        var output = read("1,-1,0,0,10,10,1\n2,-1,5,5,4,4,1,1,0.0\n3,0,1,2,3,4,1,-1,-1,-1\n", "car\n");
        assertThat(output.shapes()).extracting(MemoryOutput.Placed::frame).containsExactly(0, 1, 2);
        assertThat(output.shapes(1).getFirst().occluded()).isTrue();
        assertThat(output.shapes(2).getFirst().points().toArray()).containsExactly(1, 2, 4, 6);
    }

    @Test
    void numbersMeanTheLabelsOfTheBenchmarkWhenThereIsNoList() {
        var output = read(Archives.zip(Map.of("seq/gt/gt.txt", "1,1,0,0,10,10,1,3,1.0\n")));
        assertThat(output.tracks().getFirst().label()).isEqualTo(Samples.CAR);
    }

    @Test
    void tracksThatDoNotFitIntoMemoryTogetherAreReadInBatches() {
        var rows = new StringBuilder();
        for (int frame = 1; frame <= 3; frame++) {
            for (int track = 1; track <= 40_000; track++) {
                rows.append(frame).append(',').append(track).append(",0,0,4,4,1,1,1.0\n");
            }
        }
        var tracks = read(rows.toString(), LABELS).tracks();
        assertThat(tracks).hasSize(40_000).allSatisfy(track -> assertThat(track.keyframes())
                .hasSize(3));
    }

    @Test
    void wrongLinesAreNamed() {
        for (var line : Map.of(
                        "1,1,0,0,10", "7, 9 or 10 numbers are expected, not 5",
                        "1,1,0,0,x,10,1,1,1.0", "'x' is not a number",
                        "9,1,0,0,10,10,1,1,1.0", "Unknown frame 9",
                        "0,1,0,0,10,10,1,1,1.0", "Unknown frame 0",
                        "1,1,0,0,-10,10,1,1,1.0", "the size of the box is negative",
                        "1,1,0,0,10,10,1", "annotation has no label",
                        "1,1,0,0,10,10,1,7,1.0", "there are 2 labels, and none is 7")
                .entrySet()) {
            assertThatThrownBy(() -> read("1,1,0,0,10,10,1,1,1.0\n" + line.getKey() + "\n", LABELS))
                    .isInstanceOf(DatasetException.class)
                    .hasMessage("gt/gt.txt, line 2: " + line.getValue());
        }
    }

    @Test
    void archivesOfSomethingElseAreRefusedWithAPointerToTheDescription() {
        assertThatThrownBy(() -> read(Archives.zip(Map.of("a.txt", "x"))))
                .hasMessageContaining("Check [format docs]")
                .hasMessageContaining("format-mot-seq). Dataset must contain a file: \"gt/gt.txt\"");
    }

    @Test
    void brokenArchivesAreRefused() {
        refuse(20);
    }

    @Test
    @org.junit.jupiter.api.Tag("soak")
    void manyBrokenArchivesAreRefused() {
        refuse(200);
    }

    private static void refuse(int count) {
        var shapes = IntStream.range(0, 3)
                .mapToObj(frame -> List.of(tracked(0, frame), Samples.box(1, 2, 9.5, 8)))
                .toList();
        var files = Archives.files(export(shapes));
        files.keySet().removeIf(name -> name.startsWith("img1/"));
        Mutations.refuse(new MotImporter(), Samples.target(), files, count);
    }
}
