package io.limn.data.ingest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * Event {@code data.processed}: what task-service needs to cut a task into jobs. Frame numbers only, no names.
 *
 * @param requestId      number of the background request
 * @param sourceCount    frames there are
 * @param startFrame     first absolute frame taken
 * @param stopFrame      last absolute frame taken
 * @param frameFilter    as it was asked for
 * @param step           every how many
 * @param size           frames taken
 * @param storage        where the frames are read from
 * @param cloudStorageId the cloud storage that was named, {@code null} for none
 * @param jobLengths     frames of each job, {@code null} when the task's segment size says it
 * @param frames         always {@code null}: the source order is the order of the task
 * @param validation     how ground truth is chosen, {@code null} for none
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record DataProcessed(
        long taskId,
        long dataId,
        long requestId,
        long userId,
        String mode,
        String dimension,
        int sourceCount,
        int startFrame,
        int stopFrame,
        String frameFilter,
        int step,
        int size,
        int chunkSize,
        int imageQuality,
        String compressedChunkType,
        String originalChunkType,
        String storage,
        Long cloudStorageId,
        String storageMethod,
        String sortingMethod,
        List<Integer> jobLengths,
        List<Integer> frames,
        ValidationChoice validation) {

    static final String TOPIC = "limn.data";
    static final String TYPE = "data.processed";
}
