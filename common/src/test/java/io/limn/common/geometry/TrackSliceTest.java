package io.limn.common.geometry;

import static io.limn.common.geometry.Tracks.box;
import static io.limn.common.geometry.Tracks.edges;
import static io.limn.common.geometry.Tracks.gone;
import static io.limn.common.geometry.Tracks.shape;
import static io.limn.common.geometry.Tracks.track;
import static io.limn.common.geometry.Tracks.turned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackSliceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0  | 5  | 0:0 5:10
            3  | 9  | 3:6 8:16
            6  | 11 | 6:12 8:16
            10 | 20 | 10:16 12:16 outside
            """)
    void endsOfARangeBecomeKeyframes(int start, int stop, String expected) {
        var track = track(box(0, 0), box(8, 16), gone(12, 16));

        var slice = TrackSlice.of(track, start, stop, false).orElseThrow();

        assertThat(String.join(" ", edges(slice.shapes()))).isEqualTo(expected);
    }

    @Test
    void aTrackThatIsOutsideAllTheWayIsLeftOut() {
        assertThat(TrackSlice.of(track(box(0, 0), gone(12, 0)), 12, 20, false)).isEmpty();
        assertThat(TrackSlice.of(track(box(5, 0)), 0, 4, false)).isEmpty();
    }

    @Test
    void aTrackThatReturnsBeginsWhereItReturns() {
        var track = track(box(0, 0), gone(5, 6), box(9, 3), gone(10, 3));

        assertThat(edges(TrackSlice.of(track, 2, 3, false).orElseThrow().shapes()))
                .containsExactly("2:2", "3:3");
        assertThat(edges(TrackSlice.of(track, 8, 11, false).orElseThrow().shapes()))
                .containsExactly("9:3", "10:3 outside");
        assertThat(TrackSlice.of(track, 6, 8, false)).isEmpty();
    }

    @Test
    void oneKeyframeIsRepeatedInEveryRange() {
        var slice = TrackSlice.of(track(box(3, 1)), 8, 11, false).orElseThrow();

        assertThat(edges(slice.shapes())).containsExactly("8:1");
        assertThat(slice.shapes().getFirst().source()).isEqualTo("at 3");
    }

    @Test
    void aBoxThatOnlyTurnsKeepsItsAngleAtTheBorder() {
        var slice = TrackSlice.of(track(turned(0, 0, 0, 0, 9, 9), turned(8, 80, 0, 0, 9, 9)), 0, 3, false)
                .orElseThrow();

        assertThat(slice.shapes()).extracting(TrackShape::rotation).containsExactly(0.0, 30.0);
    }

    @Test
    void aSkeletonStaysWholeWhileOneElementIsSeen() {
        var seen =
                new Track<>(2, List.of(shape(0, ShapeKind.POINTS, 0, 0), shape(8, ShapeKind.POINTS, 8, 8)), List.of());
        var gone = new Track<>(3, List.of(hidden(0, 1), hidden(2, 2)), List.<Track<String>>of());
        var skeleton = new Track<>(1, List.of(shape(0, ShapeKind.SKELETON)), List.of(seen, gone));

        var slice = TrackSlice.of(skeleton, 4, 6, false).orElseThrow();

        assertThat(slice.shapes()).extracting(TrackShape::frame).containsExactly(4);
        assertThat(edges(slice.elements().get(0).shapes())).containsExactly("4:4", "6:6");
        assertThat(edges(slice.elements().get(1).shapes())).containsExactly("4:2 outside");
        assertThat(TrackSlice.of(new Track<>(1, skeleton.shapes(), List.of(gone)), 4, 6, false))
                .isEmpty();
    }

    private static TrackShape<String> hidden(int frame, double x) {
        return TrackShape.drawn(frame, ShapeKind.POINTS, Points.of(x, x), 0, true, "at " + frame);
    }
}
