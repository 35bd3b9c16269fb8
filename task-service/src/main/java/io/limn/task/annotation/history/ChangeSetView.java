package io.limn.task.annotation.history;

import io.limn.task.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was done to the annotations of a task at once.
 *
 * @param number      counts up, with gaps
 * @param createdDate when
 * @param user        who, {@code null} when nobody asked for it or he is gone
 * @param kind        what was done
 * @param created     objects added in all jobs
 * @param updated     objects replaced under their ids in all jobs
 * @param deleted     objects that are gone in all jobs
 * @param jobs        the revision of each job that was touched
 */
public record ChangeSetView(
        long number,
        Instant createdDate,
        Person user,
        String kind,
        int created,
        int updated,
        int deleted,
        List<RevisionView> jobs) {
    static ChangeSetView of(RevisionView revision) {
        return new ChangeSetView(
                revision.changeSet(),
                revision.createdDate(),
                revision.user(),
                revision.kind(),
                revision.created(),
                revision.updated(),
                revision.deleted(),
                List.of(revision));
    }

    ChangeSetView with(ChangeSetView other) {
        return new ChangeSetView(
                number,
                createdDate,
                user,
                kind,
                created + other.created,
                updated + other.updated,
                deleted + other.deleted,
                Stream.concat(jobs.stream(), other.jobs.stream()).toList());
    }
}
