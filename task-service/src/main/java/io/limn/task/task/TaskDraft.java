package io.limn.task.task;

import io.limn.task.label.LabelChange;
import io.limn.task.storage.StorageChange;
import java.util.List;

/** A task to be created. */
record TaskDraft(
        String name,
        Long projectId,
        Long organizationId,
        Long ownerId,
        Long assigneeId,
        String bugTracker,
        String subset,
        Integer overlap,
        int segmentSize,
        int consensusReplicas,
        StorageChange source,
        StorageChange target,
        List<LabelChange> labels) {}
