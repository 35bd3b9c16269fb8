package io.limn.task.project;

import io.limn.task.label.LabelChange;
import io.limn.task.storage.StorageChange;
import java.util.List;

/**
 * What changes of a project; {@code null} where nothing does.
 *
 * @param owner    whether the owner was named, {@code ownerId} may then be nobody
 * @param assignee whether the assignee was named, {@code assigneeId} may then be nobody
 */
record ProjectChange(
        String name,
        String bugTracker,
        boolean owner,
        Long ownerId,
        boolean assignee,
        Long assigneeId,
        StorageChange source,
        StorageChange target,
        List<LabelChange> labels) {}
