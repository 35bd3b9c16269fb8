package io.limn.task.access;

/**
 * A project that the caller may use as he asked.
 *
 * @param projectId      the project
 * @param organizationId its organization, {@code null} for a personal one
 * @param ownerId        its owner, {@code null} when he is gone
 * @param assigneeId     its assignee, {@code null} for nobody
 */
public record ProjectScope(long projectId, Long organizationId, Long ownerId, Long assigneeId) {}
