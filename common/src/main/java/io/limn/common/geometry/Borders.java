package io.limn.common.geometry;

import java.util.List;
import java.util.TreeMap;

/**
 * Where the jobs of a task begin and how many frames each shares with the one before.
 *
 * @param starts  first frame of each job, in the order of the jobs
 * @param overlap number of shared frames, 0 for none
 */
public record Borders(List<Integer> starts, int overlap) {
    /** The first frame after those that a job shares with the one before it. */
    public int end(int job) {
        return starts.get(job) + overlap;
    }

    /** The frames that jobs share with the one before, by their first frame, each with the last such job. */
    TreeMap<Integer, Integer> windows() {
        var windows = new TreeMap<Integer, Integer>();
        for (int job = 1; overlap > 0 && job < starts.size(); job++) {
            windows.put(starts.get(job), job);
        }
        return windows;
    }
}
