package io.limn.data.dataset.format.voc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.Tag;
import io.limn.data.dataset.content.Value;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.kit.Archives;
import io.limn.data.dataset.kit.Import;
import io.limn.data.dataset.kit.MemoryOutput;
import io.limn.data.dataset.kit.Mutations;
import io.limn.data.dataset.kit.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class VocTest {
    private static final DatasetImporter IMPORTER = new VocImporter();
    private static final DatasetImporter MASKS = new SegmentationMaskImporter();

    private static final Shape MASK = Samples.shape(ShapeKind.MASK, Samples.PERSON, 1, 2, 1, 4, 4, 3, 7, 4);
    private static final Shape ELLIPSE = Samples.shape(ShapeKind.ELLIPSE, Samples.CAR, 10, 8, 15, 5);

    private static final String GOLDEN_XML = """
            <annotation>
              <folder></folder>
              <filename>one.png</filename>
              <source>
                <database>Unknown</database>
                <annotation>Unknown</annotation>
                <image>Unknown</image>
              </source>
              <size>
                <width>20</width>
                <height>16</height>
                <depth></depth>
              </size>
              <segmented>0</segmented>
              <object>
                <name>car</name>
                <truncated>0</truncated>
                <occluded>0</occluded>
                <difficult>0</difficult>
                <bndbox>
                  <xmin>1.0</xmin>
                  <ymin>2.0</ymin>
                  <xmax>9.5</xmax>
                  <ymax>8.0</ymax>
                </bndbox>
                <attributes>
                  <attribute>
                    <name>colour</name>
                    <value>red</value>
                  </attribute>
                  <attribute>
                    <name>parked</name>
                    <value>False</value>
                  </attribute>
                  <attribute>
                    <name>rotation</name>
                    <value>0.0</value>
                  </attribute>
                </attributes>
              </object>
            </annotation>
            """;

    private static byte[] voc(Shape... shapes) {
        return Archives.export(new VocExporter(), Samples.source(shapes));
    }

    private static byte[] segmentation(Shape... shapes) {
        return Archives.export(new SegmentationMaskExporter(), Samples.source(shapes));
    }

    private static MemoryOutput read(DatasetImporter importer, byte[] archive) {
        return Import.of(importer, Samples.target(), archive);
    }

    @Test
    void archivesOfVocAreLaidOutAsDescribed() {
        var tag = new Tag(Samples.CAR, 0, "manual", List.of());
        var archive = Archives.export(
                new VocExporter(),
                Samples.source(
                        "train", List.of(tag), List.of(List.of(Samples.box(1, 2, 9.5, 8)), List.of(MASK), List.of())));
        var texts = Archives.texts(archive);

        assertThat(texts.keySet())
                .containsExactlyInAnyOrder(
                        "labelmap.txt",
                        "JPEGImages/one.png",
                        "JPEGImages/three.png",
                        "JPEGImages/two.png",
                        "Annotations/one.xml",
                        "SegmentationClass/three.png",
                        "SegmentationObject/three.png",
                        "ImageSets/Main/train.txt",
                        "ImageSets/Main/background_train.txt",
                        "ImageSets/Main/car_train.txt",
                        "ImageSets/Main/person_train.txt",
                        "ImageSets/Main/face_train.txt",
                        "ImageSets/Main/eye_train.txt",
                        "ImageSets/Main/nose_train.txt",
                        "ImageSets/Action/train.txt",
                        "ImageSets/Layout/train.txt",
                        "ImageSets/Segmentation/train.txt");
        assertThat(texts.get("labelmap.txt"))
                .isEqualTo("# label:color_rgb:parts:actions\nbackground:0,0,0::\ncar:128,0,0::\nperson:0,128,0::\n"
                        + "face:128,128,0::\neye:0,0,128::\nnose:128,0,128::\n");
        assertThat(texts.get("Annotations/one.xml")).isEqualTo(GOLDEN_XML);
        assertThat(texts.get("ImageSets/Main/train.txt")).isEqualTo("one\nthree\ntwo\n");
        assertThat(texts.get("ImageSets/Main/car_train.txt")).isEqualTo("one  1\n");
        assertThat(texts.get("ImageSets/Main/person_train.txt")).isEqualTo("one -1\n");
        assertThat(texts.get("ImageSets/Action/train.txt")).isEqualTo("two\n");
        assertThat(texts.get("ImageSets/Segmentation/train.txt")).isEqualTo("three\ntwo\n");
    }

    @Test
    void boxesComeBackWithAttributesAndRotation() {
        var output = read(IMPORTER, voc(Samples.box(1, 2, 9.5, 8), Samples.rotated(30, 10, 5, 16, 11)));

        assertThat(output.shapes(0)).extracting(Shape::kind).containsOnly(ShapeKind.RECTANGLE);
        var car = output.shapes(0).getFirst();
        assertThat(car.points().toArray()).containsExactly(1, 2, 9.5, 8);
        assertThat(car.attributes())
                .containsExactly(new Value(Samples.COLOUR, "red"), new Value(Samples.PARKED, "false"));
        var person = output.shapes(0).get(1);
        assertThat(person.rotation()).isEqualTo(30);
        assertThat(person.attributes()).containsExactly(new Value(Samples.AGE, "20"));
    }

    @Test
    void boxesOfTracksComeBackAsTracks() {
        var archive = Archives.export(
                new VocExporter(),
                Samples.source(
                        "default",
                        List.of(),
                        List.of(
                                List.of(Samples.ofTrack(Samples.box(1, 2, 7, 9), 0, true)),
                                List.of(Samples.ofTrack(Samples.box(4, 2, 10, 9), 0, true)))));
        var track = read(IMPORTER, archive).tracks().getFirst();

        assertThat(track.keyframes())
                .extracting(placed -> placed.frame() + (placed.shape().outside() ? " outside" : ""))
                .containsExactly("0", "1", "2 outside");
    }

    @Test
    void tagsComeBack() {
        var archive =
                Archives.export(new VocExporter(), Samples.source(new Tag(Samples.PERSON, 0, "manual", List.of())));
        var tags = read(IMPORTER, archive).tags();

        assertThat(tags).extracting(MemoryOutput.Placed::frame).containsExactly(0);
        assertThat(tags.getFirst().value().label()).isEqualTo(Samples.PERSON);
    }

    @Test
    void masksComeBackAsMasksOrAsPolygons() {
        var archive = voc(MASK);
        var mask = read(IMPORTER, archive).shapes(0).getFirst();
        assertThat(mask.kind()).isEqualTo(ShapeKind.MASK);
        assertThat(mask.points()).isEqualTo(MASK.points());
        assertThat(mask.label()).isEqualTo(Samples.PERSON);

        var large = Samples.shape(ShapeKind.MASK, Samples.CAR, 0, 30, 2, 3, 7, 8);
        assertThat(Import.of(IMPORTER, Samples.target(), "a.zip", voc(large), true)
                        .shapes(0))
                .extracting(Shape::kind)
                .containsExactly(ShapeKind.POLYGON);
    }

    @Test
    void aMaskStaysWithTheBoxOfItsGroupAndWithNoOther() {
        var output = read(
                IMPORTER,
                voc(Samples.box(0, 0, 3, 3), Samples.box(1, 2, 9, 8).withGroup(4), MASK.withGroup(4), ELLIPSE));
        assertThat(output.shapes(0)).extracting(Shape::group).containsExactly(0, 1, 1, 0);
    }

    @Test
    void whatVocCannotSayIsLost() {
        var polygon = Samples.shape(ShapeKind.POLYGON, Samples.CAR, 1, 1, 9, 1, 5, 8);
        var line = Samples.shape(ShapeKind.POLYLINE, Samples.CAR, 1, 1, 9, 1, 5, 8);
        var points = Samples.shape(ShapeKind.POINTS, Samples.CAR, 1, 1);
        assertThat(read(IMPORTER, voc(polygon, line, points, Samples.face(1, 1, 2, 2)))
                        .shapes())
                .as("polygons, lines, points and skeletons")
                .isEmpty();
        var ellipse = read(IMPORTER, voc(ELLIPSE)).shapes(0).getFirst();
        assertThat(ellipse.kind()).as("an ellipse is a mask").isEqualTo(ShapeKind.MASK);
        assertThat(ellipse.attributes()).as("attributes of masks").isEmpty();
        var boxes = read(
                IMPORTER,
                voc(
                        Samples.box(1, 2, 9, 8).withGroup(3),
                        Samples.box(2, 2, 9, 8).withGroup(3)));
        assertThat(boxes.shapes(0))
                .as("groups of boxes")
                .extracting(Shape::group)
                .containsOnly(0);
        assertThat(boxes.shapes(0))
                .as("drawing order and source")
                .extracting(Shape::source)
                .containsOnly("file");
    }

    @Test
    void filesOfOtherToolsAreReadWithoutLabelsAndLists() {
        var xml = GOLDEN_XML.replace("<folder></folder>", "<folder>x</folder><pose>Left</pose>");
        var output = read(IMPORTER, Archives.zip(Map.of("some/one.xml", xml, "some/two.xml", xml)));
        assertThat(output.shapes()).extracting(MemoryOutput.Placed::frame).containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void archivesOfSegmentationMasksAreLaidOutAsDescribed() throws IOException {
        var archive = segmentation(
                Samples.shape(ShapeKind.POLYGON, Samples.CAR, 0, 0, 10, 0, 10, 10, 0, 10),
                Samples.box(10, 10, 20, 16).withGroup(1),
                MASK);
        var files = Archives.files(archive);

        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "labelmap.txt",
                        "JPEGImages/one.png",
                        "JPEGImages/three.png",
                        "JPEGImages/two.png",
                        "SegmentationClass/one.png",
                        "SegmentationObject/one.png",
                        "ImageSets/Segmentation/default.txt");
        var texts = Archives.texts(archive);
        assertThat(texts.get("labelmap.txt"))
                .isEqualTo("# label:color_rgb:parts:actions\nbackground:0,0,0::\ncar:255,0,0::\neye:0,255,128::\n"
                        + "face:0,255,0::\nnose:0,255,192::\nperson:0,0,255::\n");
        assertThat(texts.get("ImageSets/Segmentation/default.txt")).isEqualTo("one\nthree\ntwo\n");
        var classes = ImageIO.read(new ByteArrayInputStream(files.get("SegmentationClass/one.png")));
        var objects = ImageIO.read(new ByteArrayInputStream(files.get("SegmentationObject/one.png")));
        assertThat(new int[] {classes.getWidth(), classes.getHeight()}).containsExactly(20, 16);
        assertThat(classes.getRGB(2, 2) & 0xffffff).isEqualTo(0xff0000);
        assertThat(classes.getRGB(5, 3) & 0xffffff).as("the later one covers").isEqualTo(0x0000ff);
        assertThat(classes.getRGB(15, 3) & 0xffffff).isZero();
        assertThat(objects.getRGB(2, 2) & 0xffffff).isEqualTo(0x800000);
        assertThat(objects.getRGB(15, 13) & 0xffffff).isEqualTo(0x008000);
        assertThat(objects.getRGB(5, 3) & 0xffffff).isEqualTo(0x808000);
    }

    @Test
    void allThatHasAnAreaComesBackAsMasks() {
        for (var shape : List.of(
                MASK,
                ELLIPSE,
                Samples.box(1, 2, 9, 8),
                Samples.rotated(30, 5, 5, 12, 11),
                Samples.shape(ShapeKind.POLYGON, Samples.CAR, 0, 0, 10, 0, 10, 10, 0, 10))) {
            var output = read(MASKS, segmentation(shape));
            assertThat(output.shapes(0)).extracting(Shape::kind).containsExactly(ShapeKind.MASK);
            assertThat(output.shapes(0)).extracting(Shape::label).containsExactly(shape.label());
        }
        assertThat(read(MASKS, segmentation(MASK)).shapes(0).getFirst().points())
                .isEqualTo(MASK.points());
    }

    @Test
    void whatMasksCannotSayIsLost() {
        var merged = read(
                MASKS,
                segmentation(
                        Samples.box(0, 0, 4, 4).withGroup(2),
                        Samples.rotated(0, 10, 10, 14, 14).withGroup(2)));
        assertThat(merged.shapes()).as("a group is one object").hasSize(1);
        var below = read(MASKS, segmentation(MASK, Samples.box(0, 0, 20, 16)));
        assertThat(below.shapes(0))
                .as("what is covered")
                .extracting(Shape::label)
                .containsExactly(Samples.CAR);
        var tracked = read(MASKS, segmentation(Samples.ofTrack(Samples.box(0, 0, 4, 4), 0, true)));
        assertThat(tracked.tracks()).as("tracks").isEmpty();
        assertThat(tracked.shapes(0).getFirst().attributes()).as("attributes").isEmpty();
    }

    @Test
    void withoutPicturesOfObjectsEachLabelIsOneObject() {
        var files =
                new HashMap<>(Archives.files(segmentation(Samples.box(0, 0, 4, 4), Samples.box(10, 10, 14, 14), MASK)));
        files.remove("SegmentationObject/one.png");
        assertThat(read(MASKS, Archives.zipBytes(files)).shapes(0))
                .extracting(Shape::label)
                .containsExactlyInAnyOrder(Samples.CAR, Samples.PERSON);
    }

    @Test
    void colourThatNoLabelHasIsNamedWithItsPlace() {
        var files = new HashMap<>(Archives.files(segmentation(MASK)));
        files.put(
                "labelmap.txt",
                "background:0,0,0::\nperson:1,2,3::\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> read(MASKS, Archives.zipBytes(files)))
                .isInstanceOf(DatasetException.class)
                .hasMessage("SegmentationClass/one.png: the pixel in row 3, column 5 has colour 0000ff, which"
                        + " labelmap.txt lacks");
    }

    @Test
    void archivesOfSomethingElseAreRefusedWithAPointerToTheDescription() {
        var archive = Archives.zip(Map.of("a.txt", "x", "b.txt", "y"));
        for (var importer : List.of(IMPORTER, MASKS)) {
            assertThatThrownBy(() -> read(importer, archive))
                    .hasMessageContaining("Check [format docs]")
                    .hasMessageContaining("Dataset must contain a file: ");
        }
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
        var boxes = Archives.files(voc(Samples.box(1, 2, 9.5, 8), MASK));
        boxes.keySet().removeIf(name -> name.startsWith("JPEGImages/"));
        Mutations.refuse(IMPORTER, Samples.target(), boxes, count);
        var masks = Archives.files(segmentation(Samples.box(1, 2, 9.5, 8), MASK));
        masks.keySet().removeIf(name -> name.startsWith("JPEGImages/"));
        Mutations.refuse(MASKS, Samples.target(), masks, count);
    }
}
