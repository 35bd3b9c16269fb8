package io.limn.task.annotation;

import io.limn.common.geometry.Borders;
import java.util.List;

/**
 * The jobs in which the annotations of a task are kept: those of its annotators, by id.
 *
 * @param task    the task
 * @param ranges  frames of each job
 * @param overlap frames that neighbours share
 * @param spatial whether the task has point clouds
 */
record TaskJobs(long task, List<JobRange> ranges, int overlap, boolean spatial) {
    Borders borders() {
        return new Borders(ranges.stream().map(JobRange::start).toList(), overlap);
    }

    /** The jobs. */
    List<Long> ids() {
        return ranges.stream().map(JobRange::id).toList();
    }

    int size() {
        return ranges.size();
    }

    JobRange range(int index) {
        return ranges.get(index);
    }

    /** The position of a job, -1 when the task's annotations are not kept there. */
    int indexOf(long job) {
        for (int i = 0; i < ranges.size(); i++) {
            if (ranges.get(i).id() == job) {
                return i;
            }
        }
        return -1;
    }
}
