package io.limn.data.dataset.format.cvat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.Tag;
import io.limn.data.dataset.content.Value;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.kit.Archives;
import io.limn.data.dataset.kit.Import;
import io.limn.data.dataset.kit.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CvatRoundTripTest {
    private static final List<Shape> KINDS = List.of(
            Samples.box(1, 2, 9.25, 8),
            Samples.rotated(30, 10, 5, 16, 11),
            Samples.shape(ShapeKind.POLYGON, Samples.PERSON, 1, 1, 9.5, 1, 9, 8.25),
            Samples.shape(ShapeKind.POLYLINE, Samples.CAR, 0, 0, 5, 5.5, 8, 2),
            Samples.shape(ShapeKind.POINTS, Samples.PERSON, 3, 4, 5, 6),
            Samples.shape(ShapeKind.ELLIPSE, Samples.CAR, 10, 8, 15, 5),
            Samples.shape(ShapeKind.CUBOID, Samples.CAR, 2, 2, 2, 12, 10, 2, 10, 12, 14, 1, 14, 10, 6, 1, 6, 10),
            Samples.shape(ShapeKind.MASK, Samples.PERSON, 1, 2, 1, 4, 4, 3, 7, 4),
            Samples.face(12, 13, 4.5, 5));

    @Test
    void everyKindOfShapeComesBackFromAFileForImages() {
        var archive = Archives.export(new CvatForImages(), Samples.source("default", List.of(), List.of(KINDS)));

        var back = Import.of(new CvatImporter(), Samples.target(), archive).shapes(0);

        assertThat(back).hasSameSizeAs(KINDS);
        for (int i = 0; i < KINDS.size(); i++) {
            var sent = KINDS.get(i);
            assertThat(back.get(i).kind()).isEqualTo(sent.kind());
            assertThat(back.get(i).label()).isEqualTo(sent.label());
            assertThat(back.get(i).points()).isEqualTo(sent.points());
            assertThat(back.get(i).rotation()).isEqualTo(sent.rotation());
            assertThat(back.get(i).attributes()).isEqualTo(sent.attributes());
            assertThat(back.get(i).source()).isEqualTo("file");
            assertThat(back.get(i).elements()).hasSameSizeAs(sent.elements());
        }
        assertThat(back.getLast().elements().get(1).occluded()).isTrue();
    }

    @Test
    void tagsGroupsAndOrderComeBack() {
        var tag = new Tag(Samples.PERSON, 0, "manual", List.of(new Value(Samples.AGE, "44")));
        var first = Samples.box(0, 0, 4, 4).withGroup(7);
        var second = Samples.box(0, 0, 5, 5).withGroup(7);
        var archive = Archives.export(
                new CvatForImages(), Samples.source("Train", List.of(tag), List.of(List.of(first, second))));

        var back = Import.of(new CvatImporter(), Samples.target(), archive);

        assertThat(back.tags()).hasSize(1);
        assertThat(back.tags().getFirst().value().attributes()).isEqualTo(tag.attributes());
        assertThat(back.shapes(0).stream().map(Shape::group)).containsExactly(1, 1);
    }

    @Test
    void theFileLooksAsReadersExpect() {
        var archive = Archives.export(new CvatForImages(), Samples.source(Samples.rotated(30, 10, 5.125, 16, 11)));

        var files = Archives.texts(archive);
        assertThat(files.keySet())
                .containsExactly("annotations.xml", "images/one.png", "images/three.png", "images/two.png");
        assertThat(files.get("annotations.xml"))
                .startsWith(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<annotations>\n  <version>1.1</version>\n  <meta>")
                .contains("\n  <image id=\"0\" name=\"one.png\" width=\"20\" height=\"16\">\n    <box label=\"person\" "
                        + "source=\"manual\" occluded=\"0\" xtl=\"10.00\"")
                .contains("      <attribute name=\"age\">20</attribute>\n    </box>\n  </image>\n  <image id=\"1\" "
                        + "name=\"three.png\" width=\"20\" height=\"16\"></image>")
                .contains("ytl=\"5.12\"")
                .contains("<created>2024-05-01 10:00:00+00:00</created>")
                .contains("<values>red\nblue</values>");
    }

    @Test
    void singleShapesComeBackFromAFileForVideoAsTracks() {
        var archive = Archives.export(
                new CvatForVideo(), Samples.source("default", List.of(), List.of(List.of(Samples.box(1, 2, 3, 4)))));

        var back = Import.of(new CvatImporter(), Samples.target(), archive);

        assertThat(back.shapes()).isEmpty();
        var track = back.tracks().getFirst();
        assertThat(track.keyframes().stream()
                        .map(placed -> placed.frame() + "" + placed.shape().outside()))
                .containsExactly("0false", "1true");
        assertThat(track.attributes().stream().map(value -> value.spec().name()))
                .containsExactly("colour");
        assertThat(track.keyframes().getFirst().shape().attributes().stream()
                        .map(value -> value.spec().name()))
                .containsExactly("parked");
    }

    @Test
    void whatDoesNotFitIsRefusedInTheWordsUsersKnow() {
        refused(
                "<annotations><image id=\"0\" name=\"one.png\"><box label=\"truck\" xtl=\"1\" ytl=\"1\" xbr=\"2\" ybr=\"2\" occluded=\"0\"/></image></annotations>",
                "ValueError: Label 'truck' is not registered for this task\n");
        refused(
                "<annotations><image id=\"9\" name=\"elsewhere.png\"></image></annotations>",
                "cvat.apps.dataset_manager.bindings.CvatImportError: Could not match item id: 'elsewhere' with any task frame\n");
        refused(
                "<annotations><track id=\"0\" label=\"car\"><box frame=\"50\" keyframe=\"1\" xtl=\"1\" ytl=\"1\" xbr=\"2\" ybr=\"2\"/></track></annotations>",
                "ValueError: Unknown frame 50\n");
        refused("<other/>", "Dataset must contain a file: \"*.xml\"");
        refused(
                "<annotations>\n<image id=\"0\" name=\"one.png\"><box label=\"car\" xtl=\"x\" ytl=\"1\" xbr=\"2\" ybr=\"2\"/></image></annotations>",
                "a.xml, line 2");
        refused("<annotations><image", "line 1");
    }

    private static void refused(String xml, String message) {
        var archive = Archives.zip(Map.of("a.xml", xml));
        assertThatThrownBy(() -> Import.of(new CvatImporter(), Samples.target(), archive))
                .as(xml)
                .isInstanceOfSatisfying(DatasetException.class, refused -> assertThat(refused.message())
                        .contains(message));
    }
}
