package io.limn.task.trash;

import io.limn.common.work.Lease;
import io.limn.common.work.Worker;
import jakarta.enterprise.context.ApplicationScoped;

/** Purges one deleted task. */
@ApplicationScoped
class TaskPurge implements Worker {
    static final String KIND = "task.purge";

    private final Purge purge;

    TaskPurge(Purge purge) {
        this.purge = purge;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Lease lease) {
        lease.finish(() -> purge.task(lease.payload().get("task_id").asLong()));
    }
}
