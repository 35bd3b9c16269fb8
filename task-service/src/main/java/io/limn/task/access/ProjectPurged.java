package io.limn.task.access;

/**
 * Fired in the transaction that removes a deleted project for good, before its row goes: whoever keeps something for
 * the project beside the database removes it.
 *
 * @param projectId the project
 */
public record ProjectPurged(long projectId) {}
