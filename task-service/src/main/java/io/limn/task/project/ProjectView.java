package io.limn.task.project;

import io.limn.task.people.Person;
import io.limn.task.storage.StorageView;
import java.time.Instant;
import java.util.List;

/** A project as the API shows it. */
record ProjectView(
        String url,
        long id,
        String name,
        Person owner,
        Person assignee,
        Long guideId,
        String bugTracker,
        List<String> taskSubsets,
        Instant createdDate,
        Instant updatedDate,
        String status,
        String dimension,
        Long organization,
        Long organizationId,
        StorageView targetStorage,
        StorageView sourceStorage,
        Tasks tasks,
        Labels labels,
        Instant assigneeUpdatedDate) {

    /** How many tasks there are, and where. */
    record Tasks(long count, String url) {}

    /** Where the labels are. */
    record Labels(String url) {}
}
