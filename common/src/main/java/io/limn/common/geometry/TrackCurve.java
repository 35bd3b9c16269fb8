package io.limn.common.geometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * A track, or an element of a skeleton, as a function of the frame: what was drawn on keyframes, what lies between
 * them, and the last keyframe repeated after it unless it left the picture. Not safe for use by several threads.
 *
 * @param <T> what the caller has for each shape
 */
public final class TrackCurve<T> {
    private static final double DEGREES = 360;

    private final boolean spatial;
    private final List<TrackShape<T>> keyframes;
    private final Interpolation[] ways;

    /**
     * The curve of all keyframes.
     *
     * @param spatial whether the shapes stand in a point cloud
     */
    public TrackCurve(Collection<TrackShape<T>> shapes, boolean spatial) {
        this(shapes, spatial, frame -> false);
    }

    /**
     * The curve of the keyframes on frames that are not deleted.
     *
     * @param spatial whether the shapes stand in a point cloud
     */
    public TrackCurve(Collection<TrackShape<T>> shapes, boolean spatial, IntPredicate deleted) {
        this.spatial = spatial;
        var sorted = new TreeMap<Integer, TrackShape<T>>();
        shapes.forEach(shape -> sorted.put(shape.frame(), shape));
        sorted.keySet().removeIf(deleted::test);
        keyframes = new ArrayList<>(sorted.size());
        Map<Long, String> values = Map.of();
        for (var shape : sorted.values()) {
            var complete = shape.after(values);
            values = complete.attributes();
            keyframes.add(complete);
        }
        ways = new Interpolation[keyframes.size()];
    }

    /** The keyframes by frame, each with the values of attributes that hold on it. */
    public List<TrackShape<T>> keyframes() {
        return keyframes;
    }

    /** The last keyframe on or before a frame. */
    Optional<TrackShape<T>> before(int frame) {
        int index = indexBefore(frame);
        return index < 0 ? Optional.empty() : Optional.of(keyframes.get(index));
    }

    /**
     * The shape on a frame; empty before the first keyframe and while the track is outside, except on the keyframe
     * that says so.
     *
     * @throws UnsupportedTrackException when it cannot be derived from the keyframes around
     */
    public Optional<TrackShape<T>> at(int frame) {
        int index = indexBefore(frame);
        if (index < 0) {
            return Optional.empty();
        }
        var left = keyframes.get(index);
        if (left.frame() == frame) {
            return Optional.of(left);
        }
        if (left.outside()) {
            return Optional.empty();
        }
        return Optional.of(index + 1 == keyframes.size() ? left.repeatedOn(frame) : between(index, left, frame));
    }

    private TrackShape<T> between(int index, TrackShape<T> left, int frame) {
        var right = keyframes.get(index + 1);
        if (ways[index] == null) {
            ways[index] = Interpolation.between(left, right, spatial);
        }
        double share = (double) (frame - left.frame()) / (right.frame() - left.frame());
        return left.movedOn(frame, ways[index].at(share), rotation(left, right, share));
    }

    private static double rotation(TrackShape<?> left, TrackShape<?> right, double share) {
        return switch (left.kind()) {
            case RECTANGLE, ELLIPSE, CUBOID, SKELETON ->
                Angles.between(left.rotation(), right.rotation(), share, DEGREES);
            case POLYGON, POLYLINE, POINTS, MASK -> left.rotation();
        };
    }

    /**
     * All shapes on some frames, keyframes that are outside among them.
     *
     * @param start    first frame
     * @param end      the frame after the last one
     * @param included which frames count
     * @throws UnsupportedTrackException when one cannot be derived from the keyframes around
     */
    public List<TrackShape<T>> shapes(int start, int end, IntPredicate included) {
        var shapes = new ArrayList<TrackShape<T>>();
        int first =
                keyframes.isEmpty() ? end : Math.max(start, keyframes.getFirst().frame());
        for (int frame = first; frame < end; frame++) {
            if (included.test(frame)) {
                at(frame).ifPresent(shapes::add);
            }
        }
        return shapes;
    }

    private int indexBefore(int frame) {
        int low = 0;
        int high = keyframes.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (keyframes.get(middle).frame() <= frame) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
