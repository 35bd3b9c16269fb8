package io.limn.task.issue;

/**
 * An issue that the caller may use as he asked.
 *
 * @param id         the issue
 * @param ownerId    who raised it, {@code null} when he is gone
 * @param assigneeId who is to see to it, {@code null} for nobody
 * @param job        where it stands
 */
record Issue(long id, Long ownerId, Long assigneeId, JobStaff job) {}
