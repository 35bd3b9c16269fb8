package io.limn.task.task;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.task.label.LabelForm;
import io.limn.task.storage.StorageChange;

/** Reads tasks from request bodies, after the ids in them have been checked. */
final class TaskForm {
    private static final int MOST_REPLICAS = 11;

    private TaskForm() {}

    /**
     * A new task.
     *
     * @throws ApiException 400 when the body is wrong
     */
    static TaskDraft created(Input body, Long project, Long organization, Long owner, Long assignee) {
        var name = body.text("name").required().most(256).value();
        body.integer("project_id").nullable().present();
        var tracker = body.text("bug_tracker").blank().most(2000).or("");
        var overlap =
                body.integer("overlap").nullable().range(0, Integer.MAX_VALUE).value();
        var segment = body.integer("segment_size").range(0, Integer.MAX_VALUE).or(0L);
        var subset = body.text("subset").blank().most(64).or("");
        var source = StorageChange.read(body, "source_storage");
        var target = StorageChange.read(body, "target_storage");
        int replicas = replicas(body);
        var labels = LabelForm.created(body);
        body.check();
        if (project != null && !labels.isEmpty()) {
            throw ApiException.rule("Task must have only one of Label set or project_id");
        }
        return new TaskDraft(
                name,
                project,
                organization,
                owner,
                assignee,
                tracker,
                subset,
                overlap == null ? null : overlap.intValue(),
                segment.intValue(),
                replicas,
                source,
                target,
                labels);
    }

    private static int replicas(Input body) {
        long replicas =
                body.integer("consensus_replicas").range(0, Integer.MAX_VALUE).or(0L);
        if (replicas == 1 || replicas > MOST_REPLICAS) {
            body.errors()
                    .add(
                            "consensus_replicas",
                            "Consensus replicas must be 0 or a positive number more than 1 and less than "
                                    + (MOST_REPLICAS + 1) + ", got " + replicas);
        }
        return (int) replicas;
    }

    /**
     * A change of a task.
     *
     * @throws ApiException 400 when the body is wrong
     */
    static TaskChange changed(Input body, Long owner, Long assignee) {
        var change = new TaskChange(
                body.text("name").most(256).value(),
                body.text("bug_tracker").blank().most(2000).value(),
                body.text("subset").blank().most(64).value(),
                body.has("owner_id"),
                owner,
                body.has("assignee_id"),
                assignee,
                StorageChange.read(body, "source_storage"),
                StorageChange.read(body, "target_storage"),
                LabelForm.changed(body));
        body.check();
        return change;
    }
}
