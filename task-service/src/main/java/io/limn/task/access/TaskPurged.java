package io.limn.task.access;

/**
 * Fired in the transaction that removes a deleted task for good, before its rows go: whoever keeps something below the
 * task without a foreign key removes it.
 *
 * @param taskId the task
 */
public record TaskPurged(long taskId) {}
