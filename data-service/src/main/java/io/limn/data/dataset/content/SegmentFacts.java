package io.limn.data.dataset.content;

/**
 * A part of a task that a job works on.
 *
 * @param id    its job
 * @param start first frame of the task
 * @param stop  last frame of the task, included
 * @param url   absolute address of the job
 */
public record SegmentFacts(long id, int start, int stop, String url) {}
