package io.limn.common.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Finds and unites the parts of one track in two overlapping jobs. */
public final class TrackMerge {
    private static final double THRESHOLD = 0.5;

    private final Similarity similarity;
    private final boolean spatial;
    private final int start;
    private final int end;

    /**
     * For one border between jobs.
     *
     * @param start   first frame of the later job
     * @param end     the frame after the last one that it shares with the earlier one
     * @param spatial whether shapes stand in point clouds
     */
    public TrackMerge(int start, int end, boolean spatial) {
        this.start = start;
        this.end = end;
        this.spatial = spatial;
        similarity = new Similarity(spatial);
    }

    /**
     * Which tracks are one: those with one label that are alike on the shared frames. Tracks that cannot be followed
     * there, and skeletons, stay apart.
     *
     * @return by the position in the later job the position in the earlier one
     */
    public Map<Integer, Integer> pairs(List<? extends Track<?>> earlier, List<? extends Track<?>> later) {
        var left = earlier.stream().map(this::shared).toList();
        var right = later.stream().map(this::shared).toList();
        return Matching.pairs(
                left.size(),
                right.size(),
                THRESHOLD,
                (i, j) -> earlier.get(i).label() == later.get(j).label() ? likeness(left.get(i), right.get(j)) : 0);
    }

    /** What a track shows on the shared frames. */
    private Map<Integer, TrackShape<?>> shared(Track<?> track) {
        var shapes = new TreeMap<Integer, TrackShape<?>>();
        try {
            new TrackCurve<>(track.shapes(), spatial)
                    .shapes(start, end, frame -> true).stream()
                            .filter(TrackShape::visible)
                            .forEach(shape -> shapes.put(shape.frame(), shape));
            return shapes;
        } catch (UnsupportedTrackException unknown) {
            return Map.of();
        }
    }

    /** The mean over all frames on which one of them can be seen; where only one can, they are not alike. */
    private double likeness(Map<Integer, TrackShape<?>> one, Map<Integer, TrackShape<?>> other) {
        double sum = 0;
        int both = 0;
        for (var shape : one.values()) {
            var match = other.get(shape.frame());
            if (match != null) {
                both++;
                sum += shape.kind() == match.kind()
                        ? similarity.ofShapes(shape.kind(), shape.points(), match.points())
                        : 0;
            }
        }
        return both == 0 ? 0 : sum / (one.size() + other.size() - both);
    }

    /** Keyframes of both parts by frame; where both have one, that of the earlier job. */
    public static <K> List<K> union(List<K> earlier, List<K> later, ToIntFunction<K> frame) {
        var united = new TreeMap<Integer, K>();
        later.forEach(keyframe -> united.put(frame.applyAsInt(keyframe), keyframe));
        earlier.forEach(keyframe -> united.put(frame.applyAsInt(keyframe), keyframe));
        return new ArrayList<>(united.values());
    }
}
