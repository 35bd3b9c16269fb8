package io.limn.task.annotation;

import java.util.ArrayList;
import java.util.List;

/**
 * What a save of a task means for one of its jobs.
 *
 * @param data the annotations that the save brings to the job
 * @param gone ids of annotations that it takes away besides
 */
record JobEdit(LabeledData data, List<Long> gone) {
    static JobEdit empty() {
        return new JobEdit(new LabeledData(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()), new ArrayList<>());
    }

    static JobEdit of(LabeledData data) {
        return new JobEdit(data, List.of());
    }

    boolean isEmpty() {
        return data.size() == 0 && gone.isEmpty();
    }
}
