package io.limn.task.issue;

import io.limn.task.people.Person;
import java.time.Instant;

/** An issue as the API shows it. */
record IssueView(
        long id,
        int frame,
        double[] position,
        long job,
        Person owner,
        Person assignee,
        Instant createdDate,
        Instant updatedDate,
        boolean resolved,
        Comments comments) {

    /** How many comments there are, and where. */
    record Comments(long count, String url) {}
}
