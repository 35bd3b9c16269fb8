package io.limn.task.job;

import io.limn.task.people.Person;
import io.limn.task.storage.StorageView;
import java.time.Instant;

/** A job as the API shows it. */
public record JobView(
        String url,
        long id,
        long taskId,
        Long projectId,
        Person assignee,
        Long guideId,
        String dimension,
        String bugTracker,
        String status,
        String stage,
        String state,
        String mode,
        int frameCount,
        int startFrame,
        int stopFrame,
        Integer dataChunkSize,
        String dataCompressedChunkType,
        String dataOriginalChunkType,
        Instant createdDate,
        Instant updatedDate,
        Issues issues,
        Labels labels,
        String type,
        Long organization,
        StorageView targetStorage,
        StorageView sourceStorage,
        Instant assigneeUpdatedDate,
        Long parentJobId,
        int consensusReplicas) {

    /** How many issues there are, and where. */
    public record Issues(long count, String url) {}

    /** Where the labels are. */
    public record Labels(String url) {}
}
