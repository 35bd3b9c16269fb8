package io.limn.task.issue;

/**
 * A comment that the caller may use as he asked.
 *
 * @param id      the comment
 * @param ownerId who wrote it, {@code null} when he is gone
 * @param issue   what it is about
 */
record Comment(long id, Long ownerId, Issue issue) {}
