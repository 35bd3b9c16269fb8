package io.limn.task.access;

/**
 * A job goes for good, though its task stays. What belongs to it is removed in the same transaction.
 *
 * @param taskId its task
 * @param jobId  the job
 */
public record JobRemoved(long taskId, long jobId) {}
