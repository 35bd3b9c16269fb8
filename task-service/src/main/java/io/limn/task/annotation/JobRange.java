package io.limn.task.annotation;

/**
 * The frames of a job.
 *
 * @param id    the job
 * @param start its first frame, relative to the task
 * @param stop  its last frame, included
 */
record JobRange(long id, int start, int stop) {
    boolean holds(int frame) {
        return frame >= start && frame <= stop;
    }
}
