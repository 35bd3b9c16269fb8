package io.limn.task.annotation;

import io.limn.common.api.Input;

/** Whether the objects of a request must have ids. */
enum IdRule {
    /** Objects are new. */
    ABSENT,
    /** Objects are replaced when they have one, created when they have none. */
    ANY,
    /** Objects are named by their id. */
    PRESENT;

    Long read(Input object) {
        var id = object.integer("id").nullable().range(0, Long.MAX_VALUE).value();
        if (!object.errors().has("id")) {
            if (this == ABSENT && id != null) {
                object.errors().add("id", "must be absent");
            } else if (this == PRESENT && id == null) {
                object.errors().add("id", "must be present and not null");
            }
        }
        return id;
    }
}
