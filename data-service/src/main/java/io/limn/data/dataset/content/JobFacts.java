package io.limn.data.dataset.content;

/**
 * What files say about a job.
 *
 * @param id       its id
 * @param start    first frame of the task
 * @param stop     last frame of the task, included
 * @param size     number of frames
 * @param assignee {@code null} for nobody
 */
public record JobFacts(long id, int start, int stop, int size, Person assignee) {}
