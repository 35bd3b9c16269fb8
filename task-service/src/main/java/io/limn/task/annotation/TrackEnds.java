package io.limn.task.annotation;

import io.limn.common.geometry.Borders;
import io.limn.common.geometry.TrackMerge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** What happens to tracks at the borders of jobs. */
final class TrackEnds {
    private TrackEnds() {}

    /** Whether a track can still be seen on a frame or after it. */
    static boolean reaches(Annotation track, int frame) {
        var last = last(track);
        return !last.geometry().outside()
                || last.frame() > frame
                || track.parts().stream().anyMatch(part -> !part.keyframes().isEmpty() && reaches(part, frame));
    }

    private static Keyframe last(Annotation track) {
        return track.keyframes().stream()
                .max(Comparator.comparingInt(Keyframe::frame))
                .orElseThrow();
    }

    /** The track with the keyframes of its continuation. */
    static Annotation unite(Annotation earlier, Annotation later) {
        return earlier.withParts(
                Math.min(earlier.frame(), later.frame()),
                TrackMerge.union(earlier.keyframes(), later.keyframes(), Keyframe::frame),
                earlier.elements());
    }

    /** The track ending where the frames begin that the first later job has for itself. */
    static Annotation endAfter(Annotation track, Borders borders, int job) {
        int last = last(track).frame();
        for (int next = job + 1; next < borders.starts().size(); next++) {
            if (borders.end(next) > last) {
                return endAt(track, borders.end(next));
            }
        }
        return track;
    }

    /** The track and its elements outside from a frame on, unless they have left before or go on behind it. */
    static Annotation endAt(Annotation track, int frame) {
        return withAll(track, keyframes -> {
            var last = keyframes.stream().max(Comparator.comparingInt(Keyframe::frame));
            if (last.isEmpty() || last.get().geometry().outside() || last.get().frame() >= frame) {
                return keyframes;
            }
            var ended = new ArrayList<>(keyframes);
            ended.add(last.get().on(frame).withGeometry(last.get().geometry().leftPicture()));
            return ended;
        });
    }

    /** The track with a mark on its keyframes before a frame. */
    static Annotation compared(Annotation track, int end) {
        return track.withParts(
                track.frame(),
                track.keyframes().stream()
                        .map(keyframe -> keyframe.frame() < end ? keyframe.asCompared() : keyframe)
                        .toList(),
                track.elements());
    }

    private static Annotation withAll(Annotation track, UnaryOperator<List<Keyframe>> change) {
        var elements = track.elements() == null
                ? null
                : track.elements().stream()
                        .map(element -> element.withParts(element.frame(), change.apply(element.keyframes()), null))
                        .toList();
        return track.withParts(track.frame(), change.apply(track.keyframes()), elements);
    }
}
