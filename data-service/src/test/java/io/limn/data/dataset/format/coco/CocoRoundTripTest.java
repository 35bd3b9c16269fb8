package io.limn.data.dataset.format.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.kit.Archives;
import io.limn.data.dataset.kit.Import;
import io.limn.data.dataset.kit.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CocoRoundTripTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void boxesPolygonsAndMasksComeBack() {
        var kinds = List.of(
                Samples.box(1, 2, 9.25, 8),
                Samples.rotated(30, 10, 5, 16, 11),
                Samples.shape(ShapeKind.POLYGON, Samples.PERSON, 1, 1, 9.5, 1, 9, 8.25),
                Samples.shape(ShapeKind.MASK, Samples.PERSON, 1, 2, 1, 4, 4, 3, 7, 4));
        var archive = Archives.export(new CocoInstances(), Samples.source("Val", List.of(), List.of(kinds)));

        var back = Import.of(new CocoImporter(), Samples.target(), archive).shapes(0);

        assertThat(back).hasSameSizeAs(kinds);
        for (int i = 0; i < kinds.size(); i++) {
            assertThat(back.get(i).kind()).isEqualTo(kinds.get(i).kind());
            assertThat(back.get(i).label()).isEqualTo(kinds.get(i).label());
            assertThat(back.get(i).points()).isEqualTo(kinds.get(i).points());
            assertThat(back.get(i).rotation()).isEqualTo(kinds.get(i).rotation());
            assertThat(back.get(i).attributes()).isEqualTo(kinds.get(i).attributes());
        }
    }

    @Test
    void linesPointsCuboidsAndSkeletonsHaveNoPlaceAndEllipsesComeBackAsMasks() {
        var archive = Archives.export(
                new CocoInstances(),
                Samples.source(
                        Samples.shape(ShapeKind.POLYLINE, Samples.CAR, 0, 0, 5, 5),
                        Samples.shape(ShapeKind.POINTS, Samples.CAR, 0, 0),
                        Samples.face(1, 2, 3, 4),
                        Samples.shape(ShapeKind.ELLIPSE, Samples.CAR, 10, 8, 15, 5)));

        var back = Import.of(new CocoImporter(), Samples.target(), archive).shapes();

        assertThat(back).hasSize(1);
        assertThat(back.getFirst().value().kind()).isEqualTo(ShapeKind.MASK);
    }

    @Test
    void aGroupIsOneObjectWithTheLabelOfTheLargest() throws Exception {
        var polygon = Samples.shape(ShapeKind.POLYGON, Samples.PERSON, 1, 1, 9.5, 1, 9, 8.25, 2, 7);
        var archive = Archives.export(
                new CocoInstances(),
                Samples.source(polygon.withGroup(3), Samples.box(1, 2, 9, 8).withGroup(3)));

        var file = JSON.readTree(Archives.texts(archive).get("annotations/instances_default.json"));

        var object = file.path("annotations").path(0);
        assertThat(file.path("annotations")).hasSize(1);
        assertThat(object.path("category_id").asInt()).isEqualTo(2);
        assertThat(object.path("area").asDouble()).isEqualTo(50);
        assertThat(object.path("bbox").toString()).isEqualTo("[1.0,2.0,8.0,6.0]");
        assertThat(object.path("segmentation").toString()).isEqualTo("[[1.0,1.0,9.5,1.0,9.0,8.25,2.0,7.0]]");
        assertThat(object.path("attributes").toString()).isEqualTo("{\"age\":20.0,\"occluded\":false}");
        assertThat(file.path("categories").path(3).path("supercategory").asText())
                .isEqualTo("face");
        assertThat(file.path("images")).hasSize(3);
    }

    @Test
    void shapesOfTracksComeBackAsTracks() {
        var shape = Samples.ofTrack(Samples.box(1, 2, 3, 4), 0, true);
        var archive = Archives.export(
                new CocoInstances(),
                Samples.source("default", List.of(), List.of(List.of(shape), List.of(), List.of(shape))));

        var tracks = Import.of(new CocoImporter(), Samples.target(), archive).tracks();

        assertThat(tracks).hasSize(1);
        assertThat(tracks.getFirst().keyframes().stream()
                        .map(placed -> placed.frame() + "" + placed.shape().outside()))
                .containsExactly("0false", "1true", "2false");
    }

    @Test
    void severalPolygonsOfAnObjectStayTogether() {
        var json = """
                {"annotations": [{"id": 5, "image_id": 1, "category_id": 1, "bbox": [0, 0, 9, 9], "iscrowd": 0,
                   "segmentation": [[0,0,4,0,4,4], [5,5,9,5,9,9]]},
                  {"id": 6, "image_id": 1, "category_id": 1, "bbox": [0, 0, 9, 9], "iscrowd": 1,
                   "segmentation": {"size": [16, 20], "counts": [68, 1, 14, 2, 14, 2, 15, 1, 203]}}],
                 "categories": [{"id": 1, "name": "car"}], "images": [{"id": 1, "file_name": "one.jpg"}]}""";

        var back =
                Import.of(new CocoImporter(), Samples.target(), "a.json", json.getBytes(StandardCharsets.UTF_8), false);

        assertThat(back.shapes(0).stream().map(Shape::group)).startsWith(1, 1);
    }

    @Test
    void whatIsWrongIsNamed() {
        refused("{\"images\": [{\"id\": \"x\"}]}", "a.json, images[0]");
        refused(
                "{\"images\": [{\"id\": 1, \"file_name\": \"one.png\"}], \"categories\": [], \"annotations\": "
                        + "[{\"id\": 1, \"image_id\": 1, \"category_id\": 7}]}",
                "a.json, annotations[0]");
        refused("{\"images\": [\n{", "line 2");
        refused("[]", "a.json");
        refused("{}", "Failed to find dataset 'coco_instances'");
    }

    private static void refused(String json, String message) {
        assertThatThrownBy(() -> Import.of(
                        new CocoImporter(), Samples.target(), "a.json", json.getBytes(StandardCharsets.UTF_8), false))
                .as(json)
                .isInstanceOfSatisfying(DatasetException.class, refused -> assertThat(refused.message())
                        .contains(message));
    }
}
