package io.limn.task.guide;

import java.time.Instant;

/** A guide as the API shows it. */
record GuideView(long id, Long taskId, Long projectId, Instant createdDate, Instant updatedDate, String markdown) {
    /** A guide as the answer to its own change shows it: without dates. */
    record Written(long id, Long taskId, Long projectId, String markdown) {}

    Written written() {
        return new Written(id, taskId, projectId, markdown);
    }
}
