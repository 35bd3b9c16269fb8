package io.limn.task.dataset;

import io.limn.task.label.LabelAttribute;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What data-service has to know of a project, a task or a job to export it or to import into it.
 *
 * @param kind          {@code project}, {@code task} or {@code job}
 * @param tasks         those with data, by subset and id
 * @param job           of a job, otherwise {@code null}
 * @param targetStorage where exports go by default, {@code null} for nowhere in particular
 * @param sourceStorage where imports come from by default
 */
record DatasetFacts(
        String kind,
        long id,
        Long projectId,
        Long organizationId,
        String name,
        String bugTracker,
        Instant createdDate,
        Instant updatedDate,
        Long ownerId,
        Long assigneeId,
        List<LabelFacts> labels,
        List<TaskFacts> tasks,
        JobFacts job,
        StorageFacts targetStorage,
        StorageFacts sourceStorage) {

    /** A label; points of skeletons bear the id of the skeleton's label. */
    record LabelFacts(
            long id,
            Long parentId,
            String name,
            String color,
            String type,
            String svg,
            List<LabelAttribute> attributes) {}

    /** A place for files. */
    record StorageFacts(String location, Long cloudStorageId) {}

    /**
     * A task.
     *
     * @param frames    position in the source of each frame, {@code null} when it is start + i * step
     * @param excluded  frames that are deleted or show another frame's picture
     * @param revisions last revision of each job that holds annotations of the task
     */
    record TaskFacts(
            long id,
            Long dataId,
            String name,
            String subset,
            String mode,
            String dimension,
            int size,
            int overlap,
            String bugTracker,
            Instant createdDate,
            Instant updatedDate,
            int startFrame,
            int stopFrame,
            String frameFilter,
            int step,
            Long ownerId,
            Long assigneeId,
            int[] frames,
            int[] excluded,
            List<SegmentFacts> segments,
            Map<Long, Long> revisions) {}

    /** A job of annotators and its frames. */
    record SegmentFacts(long jobId, int startFrame, int stopFrame) {}

    /**
     * The job that is exported.
     *
     * @param includedFrames frames of a job that has not all of its range, else {@code null}
     */
    record JobFacts(
            long id,
            String type,
            int startFrame,
            int stopFrame,
            int[] includedFrames,
            Instant updatedDate,
            Long assigneeId) {}
}
