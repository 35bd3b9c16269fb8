package io.limn.task.job;

/** Removes a single job; most jobs come and go with their task only. */
public interface JobRemoval {
    /**
     * Removes a job when its kind allows it and the caller may.
     *
     * @throws io.limn.common.api.ApiException 404, 403 or 400
     */
    void remove(long jobId);
}
