package io.limn.task.frameplan;

import io.limn.common.api.ApiException;
import io.limn.task.sampling.Sampler;
import io.limn.task.sampling.UseCounts;
import java.util.ArrayList;
import java.util.List;

/** Draws which validation frames honeypots show: different ones in a job, and all about equally often in the task. */
final class HoneypotDraw {
    private HoneypotDraw() {}

    /**
     * For all honeypots of a task.
     *
     * @param jobs frames of each job, in order
     * @return the frame of each honeypot
     * @throws ApiException 400 when too few validation frames are in use
     */
    static int[] all(ValidationLayout layout, List<Cut.Range> jobs) {
        var counts = counts(layout);
        var drawn = layout.realFrames().clone();
        for (var job : jobs) {
            int[] own = layout.positions(job.start(), job.stop()).toArray();
            var frames = take(layout, counts, own.length);
            for (int i = 0; i < own.length; i++) {
                drawn[own[i]] = frames.get(i);
            }
        }
        return drawn;
    }

    /**
     * For the honeypots of one job; those of the others count.
     *
     * @param own positions of the job's honeypots among all
     * @throws ApiException 400 when too few validation frames are in use
     */
    static List<Integer> one(ValidationLayout layout, int[] own) {
        var counts = counts(layout);
        for (int i = 0; i < layout.realFrames().length; i++) {
            if (own.length == 0 || i < own[0] || i > own[own.length - 1]) {
                counts.use(layout.realFrames()[i]);
            }
        }
        return take(layout, counts, own.length);
    }

    private static UseCounts counts(ValidationLayout layout) {
        var active = new ArrayList<>(layout.active());
        Sampler.of(null).shuffle(active);
        return new UseCounts(active);
    }

    private static List<Integer> take(ValidationLayout layout, UseCounts counts, int count) {
        int active = layout.active().size();
        if (active < count) {
            throw ApiException.rule("Can't select validation frames: the remaining number of validation frames ("
                    + active + ") is less than the number of honeypots in a job (" + count
                    + "). Try to restore some validation frames");
        }
        return counts.take(count);
    }
}
