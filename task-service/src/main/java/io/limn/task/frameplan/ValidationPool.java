package io.limn.task.frameplan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The validation frames of a task with honeypots.
 *
 * @param places by validation frame the frames of jobs that show it; all numbers are relative to the task
 */
public record ValidationPool(Map<Integer, List<Integer>> places) {
    /** Whether a frame is a validation frame. */
    public boolean has(int frame) {
        return places.containsKey(frame);
    }

    /** All frames that show a validation frame inside a job. */
    public Set<Integer> honeypots() {
        return places.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }
}
