package io.limn.common.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts tags or shapes of overlapping jobs together, job by job: what two jobs have in common is kept once, as the
 * earlier job has it. Remembers of each job only what lies on frames of a later one.
 */
public final class ShapeMerge {
    private static final double THRESHOLD = 0.25;

    private final Borders borders;
    private final Similarity similarity;
    private final TreeMap<Integer, Integer> windows;
    private final Map<Integer, List<Footprint>> known = new HashMap<>();
    private int job = -1;

    /**
     * For the jobs of one task.
     *
     * @param spatial whether shapes stand in point clouds
     */
    public ShapeMerge(Borders borders, boolean spatial) {
        this.borders = borders;
        similarity = new Similarity(spatial);
        windows = borders.windows();
    }

    /** Goes to the next job. */
    public void next() {
        job++;
        known.keySet().removeIf(frame -> !shared(frame, job - 1));
    }

    /** Whether objects on a frame may be those of a later job, so that {@link #remember} is to be called for them. */
    public boolean isShared(int frame) {
        return shared(frame, job);
    }

    private boolean shared(int frame, int before) {
        var window = windows.floorEntry(frame);
        return window != null && window.getValue() > before && frame < window.getKey() + borders.overlap();
    }

    /** Remembers an object of this job. */
    public void remember(int frame, Footprint object) {
        known.computeIfAbsent(frame, key -> new ArrayList<>()).add(object);
    }

    /**
     * Which objects of two jobs on one frame are the same.
     *
     * @param spatial whether shapes stand in point clouds
     * @return by the position in the later job the position in the earlier one
     */
    public static Map<Integer, Integer> pairs(List<Footprint> earlier, List<Footprint> later, boolean spatial) {
        return pairs(earlier, later, new Similarity(spatial));
    }

    private static Map<Integer, Integer> pairs(List<Footprint> earlier, List<Footprint> later, Similarity similarity) {
        return Matching.pairs(
                earlier.size(),
                later.size(),
                THRESHOLD,
                (left, right) -> similarity.of(earlier.get(left), later.get(right)));
    }

    /**
     * Which objects of this job on a frame are new, by their positions: no earlier job has them. They are remembered.
     */
    public List<Integer> fresh(int frame, List<Footprint> objects) {
        var earlier = job == 0 || frame < borders.starts().get(job) || frame >= borders.end(job)
                ? List.<Footprint>of()
                : known.getOrDefault(frame, List.of());
        var pairs = pairs(earlier, objects, similarity);
        var fresh = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            if (!pairs.containsKey(i)) {
                fresh.add(i);
            }
        }
        if (isShared(frame)) {
            fresh.forEach(i -> remember(frame, objects.get(i)));
        }
        return fresh;
    }
}
