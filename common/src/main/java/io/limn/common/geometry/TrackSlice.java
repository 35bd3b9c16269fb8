package io.limn.common.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts out of tracks what lies on a range of frames, such as those of a job. */
public final class TrackSlice {
    private TrackSlice() {}

    /**
     * The part of a track on some frames: its keyframes there, and one at each end of the range where it goes on beyond.
     * Of a skeleton all elements stay as long as one of them can be seen; those that cannot are hidden.
     *
     * @param start   first frame
     * @param stop    last frame, included
     * @param spatial whether the shapes stand in a point cloud
     * @return empty when the track cannot be seen there
     * @throws UnsupportedTrackException when the track cannot be cut at an end of the range
     */
    public static <T> Optional<Track<T>> of(Track<T> track, int start, int stop, boolean spatial) {
        var curve = new TrackCurve<>(track.shapes(), spatial);
        var own = visible(curve, start, stop);
        if (track.elements().isEmpty()) {
            return own.isEmpty() ? Optional.empty() : Optional.of(track.with(own, List.of()));
        }
        var curves = track.elements().stream()
                .map(element -> new TrackCurve<>(element.shapes(), spatial))
                .toList();
        var parts = curves.stream().map(part -> visible(part, start, stop)).toList();
        int first = parts.stream()
                .filter(part -> !part.isEmpty())
                .mapToInt(part -> part.getFirst().frame())
                .min()
                .orElse(-1);
        if (first < 0 || curve.keyframes().isEmpty()) {
            return Optional.empty();
        }
        var shapes = own.isEmpty() ? List.of(standIn(curve, first).repeatedOn(first)) : own;
        var elements = new ArrayList<Track<T>>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i).isEmpty()
                    ? hidden(curves.get(i), start, stop, shapes.getFirst().frame())
                    : parts.get(i);
            elements.add(track.elements().get(i).with(part, List.of()));
        }
        return Optional.of(track.with(shapes, elements));
    }

    private static <T> List<TrackShape<T>> visible(TrackCurve<T> curve, int start, int stop) {
        var within = within(curve, start, stop);
        var kept = new ArrayList<TrackShape<T>>();
        if (within.isEmpty() || within.getFirst().frame() > start) {
            curve.at(start).filter(TrackShape::visible).ifPresent(kept::add);
        }
        for (var keyframe : within) {
            if (!kept.isEmpty() || keyframe.visible()) {
                kept.add(keyframe);
            }
        }
        if (!kept.isEmpty() && curve.keyframes().getLast().frame() > stop) {
            curve.at(stop)
                    .filter(shape -> shape.visible() && differs(shape, kept.getLast()))
                    .ifPresent(kept::add);
        }
        return kept;
    }

    private static boolean differs(TrackShape<?> shape, TrackShape<?> last) {
        return shape.frame() > last.frame()
                && (!shape.points().equals(last.points()) || shape.rotation() != last.rotation());
    }

    private static <T> List<TrackShape<T>> hidden(TrackCurve<T> curve, int start, int stop, int first) {
        var within = within(curve, start, stop);
        if (!within.isEmpty() || curve.keyframes().isEmpty()) {
            return within;
        }
        return List.of(standIn(curve, first).hiddenOn(first));
    }

    private static <T> List<TrackShape<T>> within(TrackCurve<T> curve, int start, int stop) {
        return curve.keyframes().stream()
                .filter(keyframe -> keyframe.frame() >= start && keyframe.frame() <= stop)
                .toList();
    }

    private static <T> TrackShape<T> standIn(TrackCurve<T> curve, int frame) {
        return curve.before(frame).orElseGet(() -> curve.keyframes().getFirst());
    }
}
