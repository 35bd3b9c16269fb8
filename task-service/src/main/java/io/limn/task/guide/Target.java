package io.limn.task.guide;

/**
 * What a guide is about: a project or a task.
 *
 * @param projectId      the project, {@code null} when it is a task
 * @param taskId         the task, {@code null} when it is a project
 * @param organizationId its organization, {@code null} for a personal one
 * @param ownerId        its owner, {@code null} when he is gone
 * @param assigneeId     its assignee, {@code null} for nobody
 */
record Target(Long projectId, Long taskId, Long organizationId, Long ownerId, Long assigneeId) {}
