package io.limn.common.geometry;

import static io.limn.common.geometry.Tracks.box;
import static io.limn.common.geometry.Tracks.edges;
import static io.limn.common.geometry.Tracks.gone;
import static io.limn.common.geometry.Tracks.shape;
import static io.limn.common.geometry.Tracks.track;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrackMergeTest {
    private final TrackMerge merge = new TrackMerge(4, 6, false);
    private final Track<String> first = track(box(0, 0), box(5, 5));

    @Test
    void tracksThatAgreeOnSharedFramesAreOne() {
        assertThat(merge.pairs(List.of(first), List.of(track(box(4, 4), box(9, 9)))))
                .isEqualTo(Map.of(0, 0));
    }

    @Test
    void tracksFarApartAreTwo() {
        assertThat(merge.pairs(List.of(first), List.of(track(box(4, 24), box(9, 29)))))
                .isEmpty();
    }

    @Test
    void tracksOfOtherLabelsAreOthers() {
        var other = new Track<>(2, track(box(4, 4), box(9, 9)).shapes(), List.<Track<String>>of());

        assertThat(merge.pairs(List.of(first), List.of(other))).isEmpty();
    }

    @Test
    void framesOnWhichOneIsHiddenCountAgainstThem() {
        assertThat(merge.pairs(List.of(track(box(0, 0), gone(5, 5))), List.of(track(box(4, 4), gone(5, 5)))))
                .hasSize(1);
        assertThat(merge.pairs(List.of(first), List.of(track(box(4, 4), gone(5, 5)))))
                .hasSize(1);
        assertThat(merge.pairs(List.of(first), List.of(track(box(4, 6), gone(5, 5)))))
                .isEmpty();
        assertThat(merge.pairs(List.of(track(gone(0, 0))), List.of(track(gone(4, 4)))))
                .isEmpty();
    }

    @Test
    void linesAndTracksThatCannotBeFollowedAreNeverOne() {
        var line = track(shape(0, ShapeKind.POLYLINE, 0, 0, 9, 9));
        var mixed = track(box(0, 0), shape(9, ShapeKind.POLYLINE, 0, 0, 9, 9));

        assertThat(merge.pairs(List.of(line, mixed), List.of(line, mixed))).isEmpty();
    }

    @Test
    void keyframesAreUnitedAndThoseOfTheEarlierJobWin() {
        var later = track(box(4, 4), box(5, 99), box(9, 9));

        assertThat(edges(TrackMerge.union(first.shapes(), later.shapes(), TrackShape::frame)))
                .containsExactly("0:0", "4:4", "5:5", "9:9");
    }
}
