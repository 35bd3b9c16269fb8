package io.limn.data.dataset.format.mot;

import io.limn.data.dataset.format.ImportSink;
import io.limn.data.dataset.format.ImportedShape;
import io.limn.data.dataset.format.ImportedTrack;
import io.limn.data.dataset.format.ImportedTrack.Keyframe;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers the boxes of tracks, which lie scattered over the file. Only so many tracks are gathered at a time as fit, so
 * that the file is read once more for each batch.
 */
final class TrackBatches {
    private static final int MOST = 100_000;

    private final ImportSink sink;
    private final Map<Integer, Integer> counts = new LinkedHashMap<>();
    private ArrayDeque<Map.Entry<Integer, Integer>> left;
    private final Map<Integer, TreeMap<Integer, ImportedShape>> gathered = new LinkedHashMap<>();

    TrackBatches(ImportSink sink) {
        this.sink = sink;
    }

    /** Says that a track has one box more. */
    void count(int track) {
        counts.merge(track, 1, Integer::sum);
    }

    /** The tracks to be gathered next, none when all are done. */
    Set<Integer> next() {
        if (left == null) {
            left = new ArrayDeque<>(counts.entrySet());
        }
        var batch = new HashSet<Integer>();
        long boxes = 0;
        while (!left.isEmpty() && (batch.isEmpty() || boxes + left.peek().getValue() <= MOST)) {
            var track = left.poll();
            batch.add(track.getKey());
            boxes += track.getValue();
        }
        return batch;
    }

    /** Adds a box; of two of one track on one frame the later one holds. */
    void add(int track, int frame, ImportedShape box) {
        gathered.computeIfAbsent(track, key -> new TreeMap<>()).put(frame, box);
    }

    /** Hands over what was gathered. */
    void handOver() throws IOException {
        for (var boxes : gathered.values()) {
            var label = boxes.firstEntry().getValue().label();
            sink.track(new ImportedTrack(label, 0, Map.of(), keyframes(boxes), List.of()));
        }
        gathered.clear();
    }

    /** Every box was drawn; where frames have none, and behind the last one, the track is outside. */
    private List<Keyframe> keyframes(TreeMap<Integer, ImportedShape> boxes) {
        var keyframes = new ArrayList<Keyframe>(boxes.size() + 1);
        Keyframe before = null;
        for (var box : boxes.entrySet()) {
            if (before != null && box.getKey() - before.frame() > 1) {
                keyframes.add(outside(before));
            }
            before = new Keyframe(box.getKey(), box.getValue());
            keyframes.add(before);
        }
        if (before != null && before.frame() < sink.lastFrame()) {
            keyframes.add(outside(before));
        }
        return keyframes;
    }

    private static Keyframe outside(Keyframe last) {
        return new Keyframe(last.frame() + 1, last.shape().seen(last.shape().occluded(), true));
    }
}
