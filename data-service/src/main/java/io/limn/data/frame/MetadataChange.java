package io.limn.data.frame;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.api.conditional.Precondition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Changes metadata. The plan behind it is task-service's: what a client demands of the version is checked here, and the
 * revision of the plan that was checked is demanded there, in the transaction of the change.
 */
@ApplicationScoped
class MetadataChange {
    private final Plans plans;
    private final Metadata metadata;
    private final Precondition precondition;

    MetadataChange(Plans plans, Metadata metadata, Precondition precondition) {
        this.plans = plans;
        this.metadata = metadata;
        this.precondition = precondition;
    }

    /**
     * Changes the metadata of a task.
     *
     * @return the plan after it
     */
    FramePlan ofTask(int id, JsonNode change) {
        return change("tasks", id, change);
    }

    /**
     * Changes the metadata of a job.
     *
     * @return the plan after it
     */
    FramePlan ofJob(int id, JsonNode change) {
        return change("jobs", id, change);
    }

    private FramePlan change(String kind, int id, JsonNode change) {
        while (true) {
            var seen = precondition.isDemanded() ? seen(kind, id) : null;
            var changed = plans.change(kind, id, change, seen == null ? null : seen.planRevision());
            if (changed.isPresent()) {
                return changed.get();
            }
        }
    }

    private FramePlan seen(String kind, int id) {
        var plan = kind.equals("tasks") ? plans.task(id, "update:metadata") : plans.job(id, "update:metadata");
        precondition.require(() -> metadata.of(plan));
        return plan;
    }
}
