package io.limn.data.dataset.intake;

import io.limn.data.dataset.format.ImportedShape;
import io.limn.data.dataset.format.ImportedTrack;
import io.limn.data.dataset.format.ImportedTrack.Keyframe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Joins shapes that bear the number of a track to tracks. Of shapes that follow each other only keyframes are kept and
 * those where the track comes or goes; where some frames have none, the track is outside there, and so it is after its
 * last shape unless that is on the last frame.
 */
final class TrackJoiner {
    private final int lastFrame;
    private final Map<String, TreeMap<Integer, ImportedShape>> tracks = new LinkedHashMap<>();

    TrackJoiner(int lastFrame) {
        this.lastFrame = lastFrame;
    }

    /** Whether a shape belongs to a track by what it bears. */
    static boolean belongs(ImportedShape shape) {
        return shape.attributes().containsKey("track_id") && shape.attributes().containsKey("keyframe");
    }

    /** Takes a shape; of two of one track on one frame the later one holds. */
    void add(int frame, ImportedShape shape) {
        var id = ValueConversion.text(shape.attributes().get("track_id"));
        tracks.computeIfAbsent(id, key -> new TreeMap<>()).put(frame, shape);
    }

    /** Hands over all tracks, each with the first frame it is on. */
    void finish(BiConsumer<Integer, ImportedTrack> taker) {
        for (var shapes : tracks.values()) {
            taker.accept(shapes.firstKey(), track(shapes));
        }
        tracks.clear();
    }

    private ImportedTrack track(TreeMap<Integer, ImportedShape> shapes) {
        var first = shapes.firstEntry().getValue();
        var parts = new LinkedHashMap<String, TreeMap<Integer, ImportedShape>>();
        shapes.forEach((frame, shape) -> shape.elements()
                .forEach(element -> parts.computeIfAbsent(element.label(), key -> new TreeMap<>())
                        .put(frame, element.with(withKeyframe(element, shape)))));
        var elements = parts.entrySet().stream()
                .map(part -> new ImportedTrack(part.getKey(), 0, Map.of(), keyframes(part.getValue()), List.of()))
                .toList();
        return new ImportedTrack(first.label(), first.group(), Map.of(), keyframes(shapes), elements);
    }

    /** Points of skeletons tell themselves whether they are keyframes, or are what the whole is. */
    private static Map<String, Object> withKeyframe(ImportedShape element, ImportedShape whole) {
        if (element.attributes().containsKey("keyframe")) {
            return element.attributes();
        }
        var attributes = new HashMap<>(element.attributes());
        attributes.put("keyframe", whole.attributes().get("keyframe"));
        return attributes;
    }

    private List<Keyframe> keyframes(TreeMap<Integer, ImportedShape> shapes) {
        var kept = new ArrayList<Keyframe>();
        Integer before = null;
        ImportedShape last = null;
        for (var entry : shapes.entrySet()) {
            int frame = entry.getKey();
            var shape = entry.getValue();
            boolean gap = before != null && frame - before > 1;
            if (gap && !last.outside()) {
                kept.add(new Keyframe(before + 1, last.seen(last.occluded(), true)));
            }
            boolean changes = last == null || last.outside() != shape.outside();
            if (changes || gap || ShapeConversion.flag(shape.attributes(), "keyframe")) {
                kept.add(new Keyframe(frame, shape));
            }
            before = frame;
            last = shape;
        }
        if (!last.outside() && before < lastFrame) {
            kept.add(new Keyframe(before + 1, last.seen(last.occluded(), true)));
        }
        return kept;
    }
}
