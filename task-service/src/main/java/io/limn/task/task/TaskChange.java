package io.limn.task.task;

import io.limn.task.label.LabelChange;
import io.limn.task.storage.StorageChange;
import java.util.List;

/**
 * What changes of a task; {@code null} where nothing does.
 *
 * @param owner    whether the owner was named, {@code ownerId} may then be nobody
 * @param assignee whether the assignee was named, {@code assigneeId} may then be nobody
 */
record TaskChange(
        String name,
        String bugTracker,
        String subset,
        boolean owner,
        Long ownerId,
        boolean assignee,
        Long assigneeId,
        StorageChange source,
        StorageChange target,
        List<LabelChange> labels) {}
