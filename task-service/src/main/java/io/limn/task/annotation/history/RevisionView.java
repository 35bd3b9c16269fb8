package io.limn.task.annotation.history;

import io.limn.task.people.Person;
import java.time.Instant;

/**
 * A revision of the annotations of a job.
 *
 * @param number      counts up from 1 in each job
 * @param job         the job
 * @param changeSet   what was done at once, perhaps to several jobs
 * @param createdDate when
 * @param user        who, {@code null} when nobody asked for it or he is gone
 * @param kind        what made it
 * @param created     objects added
 * @param updated     objects replaced under their ids
 * @param deleted     objects that are gone
 */
public record RevisionView(
        long number,
        long job,
        long changeSet,
        Instant createdDate,
        Person user,
        String kind,
        int created,
        int updated,
        int deleted) {}
