package io.limn.task.annotation.history;

/**
 * An object of the past that cannot come back, since its label is gone.
 *
 * @param id      the object
 * @param job     its job
 * @param kind    {@code tag}, {@code shape} or {@code track}
 * @param frame   its frame
 * @param labelId the label that is gone
 */
public record LeftOut(long id, long job, String kind, int frame, long labelId) {}
