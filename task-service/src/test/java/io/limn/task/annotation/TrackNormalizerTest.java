package io.limn.task.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrackNormalizerTest {
    @Test
    void addsAHiddenKeyframeWhereATrackBeginsBeforeItsFirst() {
        var track = TrackNormalizer.normalize(track(1, keyframe(3), keyframe(5)));

        assertThat(track.frame()).isEqualTo(1);
        assertThat(track.keyframes()).extracting(Keyframe::frame).containsExactly(3, 5, 1);
        assertThat(track.keyframes().getLast().geometry().outside()).isTrue();
    }

    @Test
    void movesATrackBackToItsEarliestKeyframe() {
        var track = TrackNormalizer.normalize(track(4, keyframe(6), keyframe(2)));

        assertThat(track.frame()).isEqualTo(2);
        assertThat(track.keyframes()).extracting(Keyframe::frame).containsExactly(6, 2);
    }

    @Test
    void movesASkeletonToTheEarliestOfItsElements() {
        var sent = skeleton(1, 1, track(0, keyframe(0)), track(1, keyframe(1)));

        var track = TrackNormalizer.normalize(sent);

        assertThat(track.frame()).isZero();
        assertThat(track.keyframes()).extracting(Keyframe::frame).containsExactly(0);
        assertThat(track.elements()).extracting(Annotation::frame).containsOnly(0);
        assertThat(track.elements().get(1).keyframes())
                .extracting(Keyframe::frame)
                .containsExactly(1, 0);
    }

    @Test
    void answersASkeletonAsItWasSentWithElementsThatWereNotStored() {
        var sent = skeleton(1, 1, track(0, keyframe(0)), track(1));

        var stored = TrackNormalizer.normalize(sent);
        var answer = TrackNormalizer.answer(sent, stored);

        assertThat(stored.elements()).hasSize(1);
        assertThat(answer.frame()).isEqualTo(1);
        assertThat(answer.keyframes()).extracting(Keyframe::frame).containsExactly(1);
        assertThat(answer.elements()).hasSize(2);
    }

    private static Annotation skeleton(int frame, int keyframe, Annotation... elements) {
        var geometry = new Geometry(ShapeType.SKELETON, false, false, 0, null, "[]");
        return new Annotation(
                Kind.TRACK,
                null,
                frame,
                1,
                null,
                "manual",
                List.of(),
                null,
                List.of(new Keyframe(null, keyframe, geometry, List.of())),
                List.of(elements));
    }

    private static Annotation track(int frame, Keyframe... keyframes) {
        return new Annotation(Kind.TRACK, null, frame, 1, null, "manual", List.of(), null, List.of(keyframes), null);
    }

    private static Keyframe keyframe(int frame) {
        return new Keyframe(
                null, frame, new Geometry(ShapeType.RECTANGLE, false, false, 0, null, "[0,1,5,6]"), List.of());
    }
}
