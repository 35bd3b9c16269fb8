package io.limn.data.frame;

import io.limn.common.api.ApiException;
import java.util.ArrayList;
import java.util.List;

/** Which frames the chunks of a task or a job hold. */
final class Grid {
    /** Stands for a frame that is not the job's: a black pixel keeps its place. */
    static final int PLACEHOLDER = -1;

    private Grid() {}

    /**
     * A chunk of the whole task, as source positions.
     *
     * @throws ApiException 400 with a text when there is no such chunk
     */
    static List<Integer> ofTask(FramePlan plan, long number) {
        int last = (plan.size() - 1) / plan.chunkSize();
        if (number < 0 || number > last) {
            throw ApiException.of(400, outside(number, 0, last));
        }
        return taskChunk(plan, (int) number).stream().map(plan::source).toList();
    }

    /**
     * A chunk of a job, counted from the job's first frame.
     *
     * @throws ApiException 400 with a list when there is no such chunk
     */
    static List<Integer> ofJob(FramePlan plan, long index) {
        List<Integer> own = plan.ownFrames();
        int last = (own.size() - 1) / plan.chunkSize();
        if (index < 0 || index > last) {
            throw ApiException.rule(outside(index, 0, last));
        }
        int from = (int) index * plan.chunkSize();
        return own.subList(from, Math.min(from + plan.chunkSize(), own.size())).stream()
                .map(plan::source)
                .toList();
    }

    /**
     * What a job has of a chunk of the task; a job with only some frames keeps the places of the others.
     *
     * @throws ApiException 400 with a list when the job has nothing of that chunk
     */
    static List<Integer> ofJobInTask(FramePlan plan, long number) {
        long first = plan.start() / plan.chunkSize();
        long last = plan.stop() / plan.chunkSize();
        if (number < first || number > last) {
            throw ApiException.rule(outside(number, first, last));
        }
        List<Integer> positions = new ArrayList<>();
        for (int frame : taskChunk(plan, (int) number)) {
            if (plan.owns(frame)) {
                positions.add(plan.source(frame));
            } else if (plan.isSelection()) {
                positions.add(PLACEHOLDER);
            }
        }
        return positions;
    }

    private static List<Integer> taskChunk(FramePlan plan, int number) {
        int from = number * plan.chunkSize();
        int to = Math.min(from + plan.chunkSize(), plan.size());
        List<Integer> frames = new ArrayList<>();
        for (int frame = from; frame < to; frame++) {
            frames.add(frame);
        }
        return frames;
    }

    private static String outside(long number, long first, long last) {
        return "Invalid chunk number '" + number + "'. The chunk number should be in the [" + first + ", " + last
                + "] range";
    }
}
