package io.limn.task.frameplan;

import java.time.Instant;
import java.util.List;

/**
 * Which frames a task or one of its jobs consists of. Frame numbers are relative to the task unless they are called
 * absolute: these are positions in the source.
 *
 * @param jobId           the job, {@code null} for a plan of the whole task
 * @param dataId          {@code null} while no data is attached
 * @param planRevision    grows with every change
 * @param frames          absolute number of each frame, {@code null} when it is start + i * step
 * @param segments        all annotation segments of the task, or the one of the job; their numbers are relative, listed
 *                        frames absolute
 * @param start           first frame
 * @param stop            last frame, -1 without data
 * @param includedFrames  absolute numbers of a job that has not all frames of its range, else {@code null}
 * @param deletedFrames   deleted frames among these
 * @param chunksUpdatedDate latest change of what chunks hold, {@code null} without data
 */
record Plan(
        long taskId,
        Long projectId,
        Long organizationId,
        Long jobId,
        String jobType,
        Long dataId,
        long planRevision,
        String mode,
        String dimension,
        int size,
        Integer chunkSize,
        int imageQuality,
        int startFrame,
        int stopFrame,
        String frameFilter,
        int step,
        String compressedChunkType,
        String originalChunkType,
        String storage,
        Long cloudStorageId,
        int[] frames,
        List<PlanSegment> segments,
        int start,
        int stop,
        int[] includedFrames,
        int[] deletedFrames,
        Instant chunksUpdatedDate) {

    /** The same plan with the deleted frames in another order. */
    Plan withDeleted(int[] deleted) {
        return new Plan(
                taskId,
                projectId,
                organizationId,
                jobId,
                jobType,
                dataId,
                planRevision,
                mode,
                dimension,
                size,
                chunkSize,
                imageQuality,
                startFrame,
                stopFrame,
                frameFilter,
                step,
                compressedChunkType,
                originalChunkType,
                storage,
                cloudStorageId,
                frames,
                segments,
                start,
                stop,
                includedFrames,
                deleted,
                chunksUpdatedDate);
    }
}
