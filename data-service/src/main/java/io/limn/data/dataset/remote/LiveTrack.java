package io.limn.data.dataset.remote;

import io.limn.common.geometry.ShapeKind;
import io.limn.common.geometry.TrackCurve;
import io.limn.common.geometry.TrackShape;
import io.limn.common.geometry.UnsupportedTrackException;
import io.limn.data.dataset.content.Label;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.TrackPlace;
import io.limn.data.dataset.content.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** A track that can be asked what it looks like on a frame. */
final class LiveTrack {
    private final Stored track;
    private final Label label;
    private final List<Value> fixed;
    private final TrackCurve<Stored> curve;
    private final List<LiveTrack> elements;
    private final Annotations annotations;

    /**
     * Of a track as task-service sends it.
     *
     * @param deleted frames whose keyframes do not count
     */
    LiveTrack(Stored track, Annotations annotations, boolean spatial, IntPredicate deleted) {
        this.track = track;
        this.annotations = annotations;
        label = annotations.label(track);
        fixed = annotations.values(track);
        var shapes = new ArrayList<TrackShape<Stored>>(track.keyframes.size());
        for (var keyframe : track.keyframes) {
            var attributes = new HashMap<Long, String>();
            for (int i = 0; i < keyframe.specs.length; i++) {
                attributes.put(keyframe.specs[i], keyframe.values.get(i));
            }
            shapes.add(new TrackShape<>(
                    keyframe.frame,
                    keyframe.kind,
                    keyframe.points,
                    keyframe.rotation,
                    keyframe.outside,
                    true,
                    attributes,
                    keyframe));
        }
        curve = new TrackCurve<>(shapes, spatial, deleted);
        elements = track.elements.stream()
                .map(element -> new LiveTrack(element, annotations, spatial, deleted))
                .toList();
    }

    int index() {
        return track.index;
    }

    Label label() {
        return label;
    }

    Stored stored() {
        return track;
    }

    /** The first frame on which there is something of it. */
    int first() {
        int first = curve.keyframes().isEmpty()
                ? Integer.MAX_VALUE
                : curve.keyframes().getFirst().frame();
        for (var element : elements) {
            first = Math.min(first, element.first());
        }
        return first;
    }

    /** Whether nothing of it comes on a frame or later. */
    boolean isOver(int frame) {
        boolean over = curve.keyframes().isEmpty()
                || (curve.keyframes().getLast().outside()
                        && curve.keyframes().getLast().frame() < frame);
        return elements.isEmpty() ? over : elements.stream().allMatch(element -> element.isOver(frame));
    }

    /** What it looks like on a frame, also where it leaves the picture; empty where there is nothing of it. */
    Optional<Shape> at(int frame) {
        Optional<TrackShape<Stored>> found;
        try {
            found = curve.at(frame);
        } catch (UnsupportedTrackException unknown) {
            return Optional.empty();
        }
        if (elements.isEmpty()) {
            return found.map(shape -> shape(shape, List.of(), shape.keyframe()));
        }
        var parts = new ArrayList<Shape>();
        boolean drawn = found.isPresent() && found.get().keyframe();
        for (var element : elements) {
            element.at(frame).ifPresent(parts::add);
        }
        if (parts.isEmpty() || found.isEmpty() && curve.keyframes().isEmpty()) {
            return Optional.empty();
        }
        boolean keyframe = drawn;
        var whole = found.orElseGet(() -> standIn(frame));
        return Optional.of(shape(whole, parts, keyframe));
    }

    private TrackShape<Stored> standIn(int frame) {
        var last = curve.keyframes().getFirst();
        for (var keyframe : curve.keyframes()) {
            if (keyframe.frame() <= frame) {
                last = keyframe;
            }
        }
        return last.repeatedOn(frame);
    }

    private Shape shape(TrackShape<Stored> shape, List<Shape> parts, boolean keyframe) {
        var values = new ArrayList<Value>();
        shape.attributes().forEach((spec, text) -> {
            var known = annotations.spec(spec);
            if (known != null) {
                values.add(new Value(known, text));
            }
        });
        values.addAll(fixed);
        var drawn = shape.source();
        return new Shape(
                shape.kind() == null ? ShapeKind.SKELETON : shape.kind(),
                label,
                shape.points(),
                shape.rotation(),
                drawn.occluded,
                shape.outside(),
                drawn.order,
                track.group,
                track.source,
                values,
                parts,
                new TrackPlace(Math.max(0, track.index), keyframe));
    }
}
