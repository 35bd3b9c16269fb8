package io.limn.task.task;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.limn.task.people.Person;
import io.limn.task.storage.StorageView;
import java.time.Instant;

/**
 * A task as the API shows it.
 *
 * @param media the members about data, absent while none is attached
 */
record TaskView(
        String url,
        long id,
        String name,
        Long projectId,
        String mode,
        Person owner,
        Person assignee,
        String bugTracker,
        Instant createdDate,
        Instant updatedDate,
        Integer overlap,
        int segmentSize,
        String status,
        @JsonUnwrapped Media media,
        Long guideId,
        String dimension,
        String subset,
        Long organizationId,
        Long organization,
        StorageView targetStorage,
        StorageView sourceStorage,
        Jobs jobs,
        Labels labels,
        Instant assigneeUpdatedDate,
        String validationMode,
        boolean consensusEnabled) {

    /** What is known of the data of a task. */
    record Media(
            Integer dataChunkSize,
            String dataOriginalChunkType,
            String dataCompressedChunkType,
            Long dataCloudStorageId,
            int size,
            int imageQuality,
            long data) {}

    /** How many jobs there are, how many are accepted and how many in validation. */
    record Jobs(long count, long completed, long validation, String url) {}

    /** Where the labels are. */
    record Labels(String url) {}
}
