package io.limn.task.frameplan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What data-service found out about the data of a task, as {@code data.processed} tells it.
 *
 * @param step       every how manieth source frame is used
 * @param jobLengths frames of each job when they were listed, else {@code null}
 * @param frames     source position of each frame when the order is not the natural one, else {@code null}
 * @param validation how validation frames are chosen, {@code null} for none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProcessedData(
        long taskId,
        long dataId,
        String requestId,
        String mode,
        String dimension,
        int startFrame,
        int stopFrame,
        String frameFilter,
        int step,
        int size,
        Integer chunkSize,
        Integer imageQuality,
        String compressedChunkType,
        String originalChunkType,
        String storage,
        Long cloudStorageId,
        List<Integer> jobLengths,
        int[] frames,
        ValidationChoice validation) {

    boolean isVideo() {
        return "interpolation".equals(mode);
    }

    /** The segments for a task that asked for a size and an overlap. */
    Cut cut(int segmentSize, Integer overlap) {
        return jobLengths == null ? Cut.even(size, segmentSize, overlap, isVideo()) : Cut.listed(jobLengths);
    }

    /** Source position of a relative frame. */
    private int position(int frame) {
        return frames == null ? startFrame + frame * Math.max(1, step) : frames[frame];
    }

    /** The relative frame at a source position, -1 when it is not used. */
    int frame(int position) {
        int distance = position - startFrame;
        int frame = distance / Math.max(1, step);
        boolean used = distance >= 0 && distance % Math.max(1, step) == 0 && frame < size;
        return used ? frame : -1;
    }

    /** The same data with its frames in another order, some of them perhaps more than once. */
    ProcessedData arranged(List<Integer> order) {
        return new ProcessedData(
                taskId,
                dataId,
                requestId,
                mode,
                dimension,
                0,
                order.size() - 1,
                "",
                1,
                order.size(),
                chunkSize,
                imageQuality,
                compressedChunkType,
                originalChunkType,
                storage,
                cloudStorageId,
                null,
                order.stream().mapToInt(this::position).toArray(),
                validation);
    }
}
