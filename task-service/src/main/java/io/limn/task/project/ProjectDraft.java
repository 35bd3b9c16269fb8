package io.limn.task.project;

import io.limn.task.label.LabelChange;
import io.limn.task.storage.StorageChange;
import java.util.List;

/** A project to be created. */
record ProjectDraft(
        String name,
        Long ownerId,
        Long assigneeId,
        String bugTracker,
        Long organizationId,
        StorageChange source,
        StorageChange target,
        List<LabelChange> labels) {}
