package io.limn.data.dataset.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.ImportedItem;
import io.limn.data.dataset.format.ImportedShape;
import io.limn.data.dataset.kit.MemoryOutput;
import io.limn.data.dataset.kit.Samples;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetSinkTest {
    private final MemoryOutput output = new MemoryOutput();

    private TargetSink sink(List<String> paths) {
        return new TargetSink(
                FormatDescription.importer("Any 1.0").joiningTracks(), false, Samples.target(paths), output);
    }

    private void box(TargetSink sink, String id, Map<String, Object> attributes, int group) throws IOException {
        try (var item = sink.item(ImportedItem.of(id, "default"))) {
            item.shape(ImportedShape.box("car", 0, 0, 5, 5).with(attributes).inGroup(group));
        }
    }

    @Test
    void framesAreMatchedByPathOrBelowOneFolderOrByNumber() throws IOException {
        var flat = sink(List.of("a.jpg", "..b.png..jpg"));
        box(flat, "a", Map.of(), 0);
        box(flat, "..b.png.", Map.of(), 0);
        box(flat, "1", Map.of(), 0);
        var nested = sink(List.of("root/x/a.jpg", "root/y/b.jpg"));
        box(nested, "x/a", Map.of(), 0);
        box(nested, "y/b", Map.of(), 0);

        assertThat(output.shapes().stream().map(MemoryOutput.Placed::frame)).containsExactly(0, 1, 1, 0, 1);
    }

    @Test
    void framesOfDeeperOrScatteredPathsAreNotMatched() throws IOException {
        var flat = sink(List.of("a.jpg"));
        assertThatThrownBy(() -> box(flat, "x/a", Map.of(), 0))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Could not match item id: 'x/a' with any task frame");
        var nested = sink(List.of("x/a.jpg", "y/b.jpg"));
        box(nested, "a", Map.of(), 0);
        assertThatThrownBy(() -> box(nested, "b", Map.of(), 0)).isInstanceOf(DatasetException.class);
    }

    @Test
    void groupsAreNumberedAnewAndSingleOnesDissolved() throws IOException {
        var sink = sink(Samples.PATHS);
        try (var item = sink.item(ImportedItem.of("one", "default"))) {
            for (int group : new int[] {70, 9, 9, 5, 70}) {
                item.shape(ImportedShape.box("car", 0, 0, 5, 5).inGroup(group));
            }
        }
        assertThat(output.shapes(0).stream().map(Shape::group)).containsExactly(2, 1, 1, 0, 2);
    }

    @Test
    void attributesAreConvertedByTheLabel() throws IOException {
        var sink = sink(Samples.PATHS);
        box(
                sink,
                "one",
                Map.of("colour", "blue", "parked", "True", "unknown", 3, "occluded", true, "rotation", 30.0),
                0);

        var shape = output.shapes(0).getFirst();
        assertThat(shape.attributes().stream().map(value -> value.spec().name() + "=" + value.text()))
                .containsExactly("colour=blue", "parked=true");
        assertThat(shape.occluded()).isTrue();
        assertThat(shape.rotation()).isEqualTo(30);
        assertThat(shape.source()).isEqualTo("file");
        assertThatThrownBy(() -> box(sink, "one", Map.of("parked", "maybe"), 0))
                .hasMessageContaining(
                        "Image one: can't import annotation #1 (bbox): Failed to convert attribute 'parked'='maybe'");
    }

    @Test
    void shapesWithATrackAreJoinedAndEndWhereTheyStop() throws IOException {
        var sink = sink(List.of("0.png", "1.png", "2.png", "3.png", "4.png", "5.png"));
        box(sink, "0", Map.of("track_id", 7, "keyframe", true), 0);
        box(sink, "1", Map.of("track_id", 7, "keyframe", false), 0);
        box(sink, "4", Map.of("track_id", 7, "keyframe", false), 0);
        sink.finish();

        assertThat(output.shapes()).isEmpty();
        var track = output.tracks().getFirst();
        assertThat(track.keyframes().stream()
                        .map(placed -> placed.frame() + (placed.shape().outside() ? " outside" : "")))
                .containsExactly("0", "2 outside", "4", "5 outside");
    }
}
