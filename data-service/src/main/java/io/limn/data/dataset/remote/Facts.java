package io.limn.data.dataset.remote;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.limn.data.dataset.content.AttributeSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What task-service tells of a project, a task or a job.
 *
 * @param tasks those with data, by subset and id
 * @param job   of a job, otherwise {@code null}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Facts(
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
        List<Task> tasks,
        Job job,
        Storage targetStorage,
        Storage sourceStorage) {

    /** A label; points of skeletons bear the id of the skeleton's label. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LabelFacts(
            long id,
            Long parentId,
            String name,
            String color,
            String type,
            String svg,
            List<AttributeSpec> attributes) {}

    /** A place for files. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Storage(String location, Long cloudStorageId) {}

    /**
     * A task.
     *
     * @param frames    position in the source of each frame, {@code null} when it is start + i * step
     * @param excluded  frames that are left out, ascending
     * @param revisions last revision of each of its jobs
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Task(
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
            List<Segment> segments,
            Map<Long, Long> revisions) {

        /** Position in the source of a frame. */
        public int position(int frame) {
            return frames == null ? startFrame + frame * step : frames[frame];
        }
    }

    /** A job of annotators and its frames. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Segment(long jobId, int startFrame, int stopFrame) {}

    /** A job; the frames of one that has not all of its range, else {@code null}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Job(
            long id,
            String type,
            int startFrame,
            int stopFrame,
            int[] includedFrames,
            Instant updatedDate,
            Long assigneeId) {}

    /** Whether there is anything to export or to import into. */
    public boolean hasData() {
        return !tasks.isEmpty()
                && tasks.getFirst().dataId() != null
                && tasks.getFirst().size() > 0;
    }
}
