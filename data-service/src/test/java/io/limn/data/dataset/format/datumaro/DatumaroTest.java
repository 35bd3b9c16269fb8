package io.limn.data.dataset.format.datumaro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.kit.Archives;
import io.limn.data.dataset.kit.Import;
import io.limn.data.dataset.kit.MemoryOutput;
import io.limn.data.dataset.kit.Mutations;
import io.limn.data.dataset.kit.RoundTrip;
import io.limn.data.dataset.kit.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DatumaroTest {
    private static final String FILE = "annotations/default.json";
    private static final String GOLDEN = """
            {"info": {},
             "categories": {
               "label": {"labels": [{"name": "car", "parent": "", "attributes": []},
                                    {"name": "person", "parent": "", "attributes": []},
                                    {"name": "face", "parent": ""},
                                    {"name": "eye", "parent": "face"}, {"name": "nose", "parent": "face"}],
                         "attributes": ["occluded"]},
               "points": {"items": [{"label_id": 2, "labels": ["eye", "nose"], "joints": [[1, 2]]}]}},
             "items": [
              {"id": "one", "attr": {"frame": 0}, "image": {"path": "one.png", "size": [16, 20]}, "annotations": [
                {"id": 0, "type": "bbox", "attributes": {"occluded": true, "rotation": 20.0, "colour": "blue",
                 "parked": true}, "group": 0, "label_id": 0, "z_order": 1, "bbox": [1.0, 2.0, 8.0, 6.0]},
                {"id": 0, "type": "label", "attributes": {}, "group": 0, "label_id": 1},
                {"id": 0, "type": "ellipse", "attributes": {}, "label_id": 0, "points": [5.0, 5.0, 15.0, 11.0]},
                {"id": 0, "type": "mask", "attributes": {}, "group": 0, "label_id": 1,
                 "rle": {"counts": [34, 2, 14, 2, 268], "size": [16, 20]}, "z_order": 0},
                {"id": 0, "type": "caption", "caption": "a street"},
                {"id": 0, "type": "skeleton", "attributes": {"occluded": false, "keyframe": false}, "group": 0,
                 "label_id": 2, "points": [12.0, 13.0, 2, 0, 0, 0], "points_attributes": [{}, {}]}]},
              {"id": "two", "annotations": [
                {"id": 0, "type": "polyline", "attributes": {}, "label_id": 0, "points": [0.0, 0.0, 5.0, 5.0]}]}]}
            """;

    private static MemoryOutput read(String json) {
        return Import.of(
                DatumaroFormats.flatImporter(),
                Samples.target(),
                "default.json",
                json.getBytes(StandardCharsets.UTF_8),
                false);
    }

    @Test
    void readsWhatTheFormatSays() {
        var output = read(GOLDEN);
        assertThat(output.tags())
                .singleElement()
                .satisfies(tag -> assertThat(tag.value().label()).isEqualTo(Samples.PERSON));
        var shapes = output.shapes(0);
        assertThat(shapes)
                .extracting(Shape::kind)
                .containsExactly(ShapeKind.RECTANGLE, ShapeKind.ELLIPSE, ShapeKind.MASK, ShapeKind.SKELETON);
        var box = shapes.getFirst();
        assertThat(box.points()).isEqualTo(Points.of(1, 2, 9, 8));
        assertThat(box.rotation()).isEqualTo(20);
        assertThat(box.occluded()).isTrue();
        assertThat(box.order()).isEqualTo(1);
        assertThat(box.attributes()).extracting(value -> value.text()).containsExactly("blue", "true");
        assertThat(shapes.get(1).points()).isEqualTo(Points.of(10, 8, 15, 5));
        assertThat(shapes.get(2).points()).isEqualTo(Points.of(0, 4, 2, 2, 3, 3));
        assertThat(shapes.get(3).elements()).extracting(Shape::outside).containsExactly(false, true);
        assertThat(output.shapes(2)).extracting(Shape::kind).containsExactly(ShapeKind.POLYLINE);
    }

    @Test
    void readsTheOtherEnvelope() {
        var other = GOLDEN.replace("\"info\": {}", "\"dm_format_version\": \"1.0\", \"media_type\": 2, \"infos\": {}");
        assertThat(read(other).shapes(0)).hasSize(4);
    }

    @Test
    void allShapesButFlatCuboidsComeBack() {
        var kept = Arrays.stream(RoundTrip.allKinds())
                .filter(shape -> shape.kind() != ShapeKind.CUBOID)
                .toArray(Shape[]::new);
        RoundTrip.keeps(DatumaroFormats.flat(), DatumaroFormats.flatImporter(), kept);
        assertThat(RoundTrip.kinds(DatumaroFormats.flat(), DatumaroFormats.flatImporter(), RoundTrip.allKinds()))
                .doesNotContain(ShapeKind.CUBOID)
                .hasSize(kept.length);
    }

    @Test
    void tagsGroupsAttributesAndTracksComeBack() {
        var tag = new io.limn.data.dataset.content.Tag(Samples.CAR, 0, "manual", List.of());
        var tags = RoundTrip.of(DatumaroFormats.flat(), DatumaroFormats.flatImporter(), Samples.source(tag));
        assertThat(tags.tags()).hasSize(1);

        var first = Samples.box(1, 2, 9, 8).withGroup(4);
        var second = Samples.box(2, 2, 9, 8).withGroup(4);
        var alone = Samples.box(3, 2, 9, 8).withGroup(5);
        var back = RoundTrip.of(
                        DatumaroFormats.flat(), DatumaroFormats.flatImporter(), Samples.source(first, second, alone))
                .shapes(0);
        assertThat(back).extracting(Shape::group).containsExactly(1, 1, 0);
        assertThat(back.getFirst().attributes())
                .extracting(value -> value.text())
                .containsExactly("red", "false");

        var box = Samples.ofTrack(Samples.box(1, 2, 9, 8), 0, true);
        var face = Samples.ofTrack(Samples.face(12, 13, 4.5, 5), 1, true);
        var tracks = RoundTrip.of(DatumaroFormats.flat(), DatumaroFormats.flatImporter(), Samples.source(box, face))
                .tracks();
        assertThat(tracks).hasSize(2);
        assertThat(tracks.getLast().elements()).hasSize(2);
    }

    @Test
    void sourcesAreLost() {
        var back = RoundTrip.of(
                DatumaroFormats.flat(), DatumaroFormats.flatImporter(), Samples.source(Samples.box(1, 2, 9, 8)));
        assertThat(back.shapes(0)).extracting(Shape::source).containsExactly("file");
    }

    @Test
    void cuboidsInPointCloudsComeBack() {
        var cuboid =
                Samples.shape(ShapeKind.CUBOID, Samples.CAR, 1, 1.234, 2, 0, 0, 0.512, 4, 3, 2, 0, 0, 0, 0, 0, 0, 0);
        RoundTrip.keeps(DatumaroFormats.spatial(), DatumaroFormats.spatialImporter(), cuboid);
        var texts = Archives.texts(Archives.export(DatumaroFormats.spatial(), Samples.source(cuboid)));
        assertThat(texts).containsKey("point_clouds/default/one.png");
        assertThat(texts.get(FILE)).contains("\"point_cloud\":{\"path\":\"one.png\"},\"related_images\":[]");
    }

    @Test
    void writesOneFileForEachSubset() {
        var texts = Archives.texts(Archives.export(
                DatumaroFormats.flat(),
                Samples.source("Val", List.of(), List.of(List.of(Samples.box(1, 2, 30.5, 40))))));
        assertThat(texts).containsKeys("annotations/Val.json", "images/Val/one.png");
        assertThat(texts.get("annotations/Val.json"))
                .contains("{\"id\":\"one\",\"attr\":{\"frame\":0},\"image\":{\"path\":\"one.png\",\"size\":[16,20]}")
                .contains("{\"id\":0,\"type\":\"bbox\",\"attributes\":{\"colour\":\"red\",\"parked\":false,"
                        + "\"occluded\":false,\"rotation\":0.0},\"group\":0,\"label_id\":0,"
                        + "\"bbox\":[1.0,2.0,29.5,38.0],\"z_order\":0}");
    }

    @Test
    void archivesOfOthersAreRefused() {
        assertThatThrownBy(() -> Import.of(
                        DatumaroFormats.flatImporter(),
                        Samples.target(),
                        Archives.zip(Map.of("a.txt", "x", "b.txt", "y"))))
                .hasMessageContaining("Check [format docs]")
                .hasMessageContaining("Dataset must contain a file:");
        assertThatThrownBy(() -> read("{\"items\": []}")).hasMessageStartingWith("default.json, categories: ");
    }

    @Test
    void mistakesAreNamedWithTheirPlace() {
        assertThatThrownBy(() -> read(GOLDEN.replace("[1.0, 2.0, 8.0, 6.0]", "[1.0, 2.0]")))
                .hasMessage("default.json, items[0].annotations[0].bbox: 4 numbers are due");
        assertThatThrownBy(() -> read(GOLDEN.replace("\"name\": \"car\"", "\"name\": \"truck\"")))
                .hasMessageContaining("Label 'truck' is not registered for this task");
        assertThatThrownBy(() -> read(GOLDEN.substring(0, 700))).hasMessageStartingWith("default.json, line ");
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
        Mutations.refuse(
                DatumaroFormats.flatImporter(),
                Samples.target(),
                Map.of(FILE, GOLDEN.getBytes(StandardCharsets.UTF_8)),
                count);
    }
}
