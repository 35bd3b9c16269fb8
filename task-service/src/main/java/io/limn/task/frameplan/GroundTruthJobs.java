package io.limn.task.frameplan;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.task.access.TaskAccess;
import io.limn.task.job.JobAccess;
import io.limn.task.job.JobRemoval;
import io.limn.task.people.Ids;
import io.limn.task.people.UserReferences;
import jakarta.enterprise.context.ApplicationScoped;

/** Adds ground truth jobs to tasks, and removes them. */
@ApplicationScoped
class GroundTruthJobs implements JobRemoval {
    static final String ONLY_PICTURES = "Ground Truth jobs can only be added in 2d tasks";

    private final TaskAccess tasks;
    private final JobAccess jobs;
    private final UserReferences users;
    private final GroundTruthStore store;

    GroundTruthJobs(TaskAccess tasks, JobAccess jobs, UserReferences users, GroundTruthStore store) {
        this.tasks = tasks;
        this.jobs = jobs;
        this.users = users;
        this.store = store;
    }

    /**
     * Adds a job.
     *
     * @return its id
     * @throws ApiException 403 or 400
     */
    long create(Input body) {
        var id = Ids.read(body, "task_id");
        if (id == null) {
            throw ApiException.rule("task_id is not specified");
        }
        var task = tasks.find(id).orElseThrow(() -> ApiException.rule("Task matching query does not exist."));
        jobs.requireCreate(task);
        if (!tasks.allows(task, "view")) {
            throw ApiException.forbidden();
        }
        var assignee = users.read(body, "assignee", task.organizationId());
        var form = GroundTruthForm.read(body);
        if (!task.hasData()) {
            throw ApiException.rule("This task has no data attached yet. Please set up task data and try again");
        }
        if (!"2d".equals(task.dimension())) {
            throw ApiException.rule(ONLY_PICTURES);
        }
        return store.create(task.taskId(), form, assignee);
    }

    /** Removes a job with its annotations; those that are no ground truth, or that of honeypots, go with their task. */
    @Override
    public void remove(long id) {
        var job = jobs.require(id, "delete");
        if (!"ground_truth".equals(job.type())) {
            throw ApiException.rule("Only ground truth jobs can be removed");
        }
        store.delete(job);
    }
}
