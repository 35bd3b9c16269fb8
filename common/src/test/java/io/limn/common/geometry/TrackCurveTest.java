package io.limn.common.geometry;

import static io.limn.common.geometry.Tracks.between;
import static io.limn.common.geometry.Tracks.box;
import static io.limn.common.geometry.Tracks.edges;
import static io.limn.common.geometry.Tracks.gone;
import static io.limn.common.geometry.Tracks.shape;
import static io.limn.common.geometry.Tracks.turned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackCurveTest {
    @Test
    void boxesGoStraightAndTheLastOneStays() {
        var curve = new TrackCurve<>(List.of(turned(0, 0, 0, 0, 10, 10), turned(4, 0, 8, 4, 18, 14)), false);

        assertThat(curve.at(3).orElseThrow().points()).isEqualTo(Points.of(6, 3, 16, 13));
        assertThat(curve.at(5).orElseThrow().points()).isEqualTo(Points.of(8, 4, 18, 14));
        assertThat(curve.shapes(0, 6, frame -> true)).hasSize(6);
        assertThat(curve.shapes(0, 6, frame -> true))
                .filteredOn(TrackShape::keyframe)
                .hasSize(2);
    }

    @Test
    void nothingIsShownWhileATrackIsOutside() {
        var curve = new TrackCurve<>(List.of(box(0, 0), gone(2, 2), box(4, 4)), false);

        assertThat(edges(curve.shapes(0, 6, frame -> true))).containsExactly("0:0", "1:1", "2:2 outside", "4:4", "5:4");
    }

    @Test
    void keyframesOnDeletedFramesDoNotCount() {
        var shapes = List.of(box(0, 0), box(2, 100), box(4, 8));

        var curve = new TrackCurve<>(shapes, false, frame -> frame == 2);

        assertThat(edges(curve.shapes(0, 6, frame -> frame != 2))).containsExactly("0:0", "1:2", "3:6", "4:8", "5:8");
    }

    @ParameterizedTest
    @CsvSource({"350, 10, 0", "10, 200, 285", "0, 180, 90", "180, 0, 270", "350, 30, 10", "5, 5, 5"})
    void anglesTakeTheShorterWay(double from, double to, double middle) {
        var curve = new TrackCurve<>(List.of(turned(0, from, 0, 0, 1, 1), turned(2, to, 0, 0, 1, 1)), false);

        assertThat(curve.at(1).orElseThrow().rotation()).isEqualTo(middle);
    }

    @Test
    void ellipsesGoStraight() {
        var left = shape(0, ShapeKind.ELLIPSE, 10, 10, 15, 5);
        var right = shape(2, ShapeKind.ELLIPSE, 20, 10, 25, 5);

        assertThat(between(left, right, 1)).isEqualTo(Points.of(15, 10, 20, 5));
    }

    @Test
    void onePointGoesAndSeveralStay() {
        assertThat(between(shape(0, ShapeKind.POINTS, 1, 2), shape(7, ShapeKind.POINTS, 8, 9), 3))
                .isEqualTo(Points.of(4, 5));
        assertThat(between(shape(0, ShapeKind.POINTS, 0, 0, 1, 1), shape(2, ShapeKind.POINTS, 4, 8, 5, 9), 1))
                .isEqualTo(Points.of(0, 0, 1, 1));
    }

    @Test
    void cuboidsOfPointCloudsTurnTheShorterWay() {
        var left = shape(0, ShapeKind.CUBOID, 0, 0, 0, 0, 0, 3, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0);
        var right = shape(2, ShapeKind.CUBOID, 2, 4, 6, 1, 0, -3, 3, 1, 1, 0, 0, 0, 0, 0, 0, 0);

        var middle =
                new TrackCurve<>(List.of(left, right), true).at(1).orElseThrow().points();

        assertThat(middle.get(0)).isEqualTo(1);
        assertThat(middle.get(2)).isEqualTo(3);
        assertThat(middle.get(3)).isEqualTo(0.5, within(1e-9));
        assertThat(Math.abs(middle.get(5))).isEqualTo(Math.PI, within(1e-9));
        assertThat(middle.get(6)).isEqualTo(2);
    }

    @Test
    void aMaskStaysUntilItLeavesAndSeveralCannotBeFollowed() {
        var mask = shape(0, ShapeKind.MASK, 0, 4, 10, 20, 11, 21);
        var other = shape(4, ShapeKind.MASK, 0, 4, 12, 20, 13, 21);

        assertThat(new TrackCurve<>(List.of(mask), false).at(9).orElseThrow().points())
                .isEqualTo(mask.points());
        assertThatThrownBy(() -> between(mask, other, 2)).isInstanceOf(UnsupportedTrackException.class);
        assertThat(between(mask, other, 4)).isEqualTo(other.points());
    }

    @Test
    void aBoxDoesNotBecomeALine() {
        assertThatThrownBy(() -> between(box(0, 0), shape(2, ShapeKind.POLYLINE, 0, 0, 1, 1), 1))
                .isInstanceOf(UnsupportedTrackException.class);
    }

    @Test
    void ofTwoKeyframesOnOneFrameTheLastHolds() {
        assertThat(edges(new TrackCurve<>(List.of(box(1, 5), box(1, 7)), false).keyframes()))
                .containsExactly("1:7");
    }

    @Test
    void valuesOfAttributesHoldUntilTheyAreSetAgain() {
        var first = valued(0, Map.of(1L, "a", 2L, "b"));
        var second = valued(4, Map.of(2L, "c"));

        var curve = new TrackCurve<>(List.of(first, second), false);

        assertThat(curve.at(2).orElseThrow().attributes()).isEqualTo(Map.of(1L, "a", 2L, "b"));
        assertThat(curve.at(6).orElseThrow().attributes()).isEqualTo(Map.of(1L, "a", 2L, "c"));
    }

    private static TrackShape<String> valued(int frame, Map<Long, String> attributes) {
        return new TrackShape<>(
                frame, ShapeKind.RECTANGLE, Points.of(0, 0, 1, 1), 0, false, true, attributes, "at " + frame);
    }
}
