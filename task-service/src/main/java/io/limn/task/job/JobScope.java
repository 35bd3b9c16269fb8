package io.limn.task.job;

/**
 * A job that the caller may use as he asked.
 *
 * @param id             the job
 * @param taskId         its task
 * @param projectId      project of the task, {@code null} without one
 * @param organizationId organization of the task, {@code null} for a personal one
 * @param type           {@code annotation}, {@code ground_truth} or {@code consensus_replica}
 * @param segmentId      the segment that it covers
 * @param startFrame     first frame, relative to the task
 * @param stopFrame      last frame, included
 * @param hasData        whether the data of the task is processed
 * @param assigneeId     its assignee, {@code null} for nobody
 */
public record JobScope(
        long id,
        long taskId,
        Long projectId,
        Long organizationId,
        String type,
        long segmentId,
        int startFrame,
        int stopFrame,
        boolean hasData,
        Long assigneeId) {}
