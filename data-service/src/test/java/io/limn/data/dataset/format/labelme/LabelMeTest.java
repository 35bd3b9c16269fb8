package io.limn.data.dataset.format.labelme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.Value;
import io.limn.data.dataset.kit.Archives;
import io.limn.data.dataset.kit.Import;
import io.limn.data.dataset.kit.MemoryOutput;
import io.limn.data.dataset.kit.Mutations;
import io.limn.data.dataset.kit.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LabelMeTest {
    private static final Shape MASK = Samples.shape(ShapeKind.MASK, Samples.PERSON, 1, 2, 1, 4, 4, 3, 7, 4);
    private static final Shape POLYGON = Samples.shape(ShapeKind.POLYGON, Samples.PERSON, 1, 1, 9.5, 1, 9, 8.25, 2, 7);

    private static final String GOLDEN = """
            <annotation>
              <filename>one.png</filename>
              <folder></folder>
              <source>
                <sourceImage></sourceImage>
                <sourceAnnotation>Datumaro</sourceAnnotation>
              </source>
              <imagesize>
                <nrows>16</nrows>
                <ncols>20</ncols>
              </imagesize>
              <object>
                <name>car</name>
                <deleted>0</deleted>
                <verified>0</verified>
                <occluded>no</occluded>
                <date></date>
                <id>0</id>
                <parts>
                  <hasparts>1</hasparts>
                  <ispartof></ispartof>
                </parts>
                <type>bounding_box</type>
                <polygon>
                  <pt>
                    <x>1.00</x>
                    <y>2.00</y>
                  </pt>
                  <pt>
                    <x>9.00</x>
                    <y>2.00</y>
                  </pt>
                  <pt>
                    <x>9.00</x>
                    <y>8.00</y>
                  </pt>
                  <pt>
                    <x>1.00</x>
                    <y>8.00</y>
                  </pt>
                  <username></username>
                </polygon>
                <attributes>colour=red, parked=False, rotation=0.0</attributes>
              </object>
              <object>
                <name>person</name>
                <deleted>0</deleted>
                <verified>0</verified>
                <occluded>no</occluded>
                <date></date>
                <id>1</id>
                <parts>
                  <hasparts></hasparts>
                  <ispartof>0</ispartof>
                </parts>
                <segm>
                  <mask>one_mask_0.png</mask>
                  <box>
                    <xmin>4.00</xmin>
                    <ymin>3.00</ymin>
                    <xmax>7.00</xmax>
                    <ymax>4.00</ymax>
                  </box>
                  <username></username>
                </segm>
                <attributes>age=20.0</attributes>
              </object>
            </annotation>
            """;

    private static byte[] export(Shape... shapes) {
        return Archives.export(new LabelMeExporter(), Samples.source(shapes));
    }

    private static MemoryOutput read(byte[] archive) {
        return Import.of(new LabelMeImporter(), Samples.target(), archive);
    }

    @Test
    void archivesAreLaidOutAsDescribed() throws IOException {
        var archive = export(Samples.box(1, 2, 9, 8).withGroup(3), MASK.withGroup(3));
        var files = Archives.files(archive);

        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "default/one.png",
                        "default/three.png",
                        "default/two.png",
                        "default/one.xml",
                        "default/three.xml",
                        "default/two.xml",
                        "default/Masks/one_mask_0.png");
        assertThat(Archives.texts(archive).get("default/one.xml")).isEqualTo(GOLDEN);
        var mask = ImageIO.read(new ByteArrayInputStream(files.get("default/Masks/one_mask_0.png")));
        assertThat(mask.getRGB(5, 3)).isEqualTo(0x99ffcb00);
        assertThat(mask.getRGB(0, 0)).isZero();
    }

    @Test
    void boxesPolygonsAndMasksComeBackWithAttributesAndGroups() {
        var output = read(export(
                Samples.box(1, 2, 9.5, 8).withGroup(3),
                Samples.rotated(30, 10, 5, 16, 11),
                POLYGON.withGroup(3),
                MASK.withGroup(3)));
        var shapes = output.shapes(0);

        assertThat(shapes)
                .extracting(Shape::kind)
                .containsExactly(ShapeKind.RECTANGLE, ShapeKind.RECTANGLE, ShapeKind.POLYGON, ShapeKind.MASK);
        assertThat(shapes.getFirst().points().toArray()).containsExactly(1, 2, 9.5, 8);
        assertThat(shapes.getFirst().attributes())
                .containsExactly(new Value(Samples.COLOUR, "red"), new Value(Samples.PARKED, "false"));
        assertThat(shapes.get(1).rotation()).isEqualTo(30);
        assertThat(shapes.get(1).attributes()).containsExactly(new Value(Samples.AGE, "20"));
        assertThat(shapes.get(2).points()).isEqualTo(POLYGON.points());
        assertThat(shapes.get(3).points()).isEqualTo(MASK.points());
        assertThat(shapes).extracting(Shape::group).containsExactly(1, 0, 1, 1);
    }

    @Test
    void whatTheFormatCannotSayIsLost() {
        var line = Samples.shape(ShapeKind.POLYLINE, Samples.CAR, 1, 1, 9, 1, 5, 8);
        var points = Samples.shape(ShapeKind.POINTS, Samples.CAR, 1, 1);
        assertThat(read(export(line, points, Samples.face(1, 1, 2, 2))).shapes())
                .as("lines, points and skeletons")
                .isEmpty();
        var ellipse = read(export(Samples.shape(ShapeKind.ELLIPSE, Samples.CAR, 10, 8, 15, 5)))
                .shapes(0)
                .getFirst();
        assertThat(ellipse.kind()).as("an ellipse is a mask").isEqualTo(ShapeKind.MASK);
        var tracked = read(export(Samples.ofTrack(Samples.box(1, 2, 9, 8), 0, true)));
        assertThat(tracked.tracks()).as("tracks").isEmpty();
        assertThat(tracked.shapes()).hasSize(1);
        var box = tracked.shapes(0).getFirst();
        assertThat(box.order()).as("drawing order").isZero();
    }

    @Test
    void attributesMayHaveAnyText() {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("plain", "two words");
        attributes.put("number", "12");
        attributes.put("special, =", "a\\b=\"c\", d");
        attributes.put("flag", true);
        attributes.put("real", 2.5);
        var text = AttributeText.write(attributes);

        assertThat(text)
                .isEqualTo(
                        "plain=two words, number=\"12\", special\\, \\==a\\\\b\\=\\\"c\\\"\\, d, flag=True, real=2.5");
        assertThat(AttributeText.read(text))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "plain", "two words",
                        "number", "12",
                        "special, =", "a\\b=\"c\", d",
                        "flag", "True",
                        "real", "2.5"));
        assertThat(AttributeText.read("cat, , x=")).isEqualTo(Map.of("cat", true, "x", ""));
    }

    @Test
    void filesAreFoundInFoldersOfOtherToolsAndDeletedObjectsArePassedOver() {
        var masked = GOLDEN.substring(0, GOLDEN.indexOf("  <object>\n    <name>person")) + "</annotation>";
        var foldered = masked.replace("<folder></folder>", "<folder>default</folder>");
        assertThat(read(Archives.zip(Map.of("Annotations/default/one.xml", foldered)))
                        .shapes(0))
                .hasSize(1);
        assertThat(read(Archives.zip(Map.of("one.xml", masked))).shapes(0)).hasSize(1);
        var deleted = masked.replace("<deleted>0", "<deleted>1");
        assertThat(read(Archives.zip(Map.of("train/one.xml", deleted))).shapes())
                .isEmpty();
    }

    @Test
    void whatIsMissingIsNamedWithItsLine() {
        assertThatThrownBy(() -> read(Archives.zip(Map.of("default/one.xml", GOLDEN))))
                .hasMessageMatching("default/one.xml, line \\d+: there is no mask 'one_mask_0.png'");
        assertThatThrownBy(() -> read(Archives.zip(Map.of("default/one.xml", GOLDEN.replace("9.00", "wide")))))
                .hasMessage("default/one.xml, line 30: 'wide' in 'x' is not a number");
        assertThatThrownBy(() -> read(Archives.zip(Map.of("default/one.xml", GOLDEN.replace("</pt>", "")))))
                .hasMessageMatching("default/one.xml, line \\d+: .*");
    }

    @Test
    void archivesOfSomethingElseAreRefusedWithAPointerToTheDescription() {
        assertThatThrownBy(() -> read(Archives.zip(Map.of("a.txt", "x"))))
                .hasMessageContaining("Check [format docs]")
                .hasMessageContaining("format-label-me). Dataset must contain a file: ");
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
        var files = Archives.files(export(Samples.box(1, 2, 9.5, 8).withGroup(3), POLYGON, MASK.withGroup(3)));
        files.keySet().removeIf(name -> name.matches("default/[a-z]+\\.png"));
        Mutations.refuse(new LabelMeImporter(), Samples.target(), files, count);
    }
}
