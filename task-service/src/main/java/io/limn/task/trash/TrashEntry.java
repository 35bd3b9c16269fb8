package io.limn.task.trash;

import io.limn.task.people.Person;
import java.time.Instant;

/**
 * A deleted project or task that can be restored, as the API shows it.
 *
 * @param kind        {@code project} or {@code task}
 * @param deletedDate when it was deleted
 * @param purgeDate   when it goes for good
 */
record TrashEntry(
        String kind,
        long id,
        String url,
        String name,
        Long projectId,
        Long organizationId,
        Person owner,
        Person deletedBy,
        Instant deletedDate,
        Instant purgeDate) {}
