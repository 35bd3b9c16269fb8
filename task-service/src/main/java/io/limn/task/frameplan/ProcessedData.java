package io.limn.task.frameplan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What data-service found out about the data of a task, as {@code data.processed} tells it.
 *
 * @param step       every how manieth source frame is used
 * @param jobLengths frames of each job when they were listed, else {@code null}
 * @param frames     source position of each frame when the order is not the natural one, else {@code null}
 * @param validation parameters of validation frames, {@code null} without
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
        JsonNode validation) {

    boolean isVideo() {
        return "interpolation".equals(mode);
    }

    /** The segments for a task that asked for a size and an overlap. */
    Cut cut(int segmentSize, Integer overlap) {
        return jobLengths == null ? Cut.even(size, segmentSize, overlap, isVideo()) : Cut.listed(jobLengths);
    }
}
