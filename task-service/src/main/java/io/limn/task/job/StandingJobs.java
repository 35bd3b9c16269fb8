package io.limn.task.job;

import io.limn.common.api.ApiException;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** The rule for jobs that cannot be removed alone. */
@DefaultBean
@ApplicationScoped
class StandingJobs implements JobRemoval {
    private final JobAccess access;

    StandingJobs(JobAccess access) {
        this.access = access;
    }

    @Override
    public void remove(long jobId) {
        access.require(jobId, "delete");
        throw ApiException.rule("Only ground truth jobs can be removed");
    }
}
