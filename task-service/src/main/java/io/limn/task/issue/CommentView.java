package io.limn.task.issue;

import io.limn.task.people.Person;
import java.time.Instant;

/** A comment as the API shows it. */
record CommentView(long id, long issue, Person owner, String message, Instant createdDate, Instant updatedDate) {}
