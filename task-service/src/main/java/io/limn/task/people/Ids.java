package io.limn.task.people;

import io.limn.common.api.ApiException;
import io.limn.common.api.Bodies;
import io.limn.common.api.Input;

/** Reads ids which decide about permission, so that they are checked before the rest of a body. */
public final class Ids {
    private Ids() {}

    /**
     * The id that a member names.
     *
     * @return {@code null} when the member is absent or holds nothing
     * @throws ApiException 400 when it is no integer
     */
    public static Long read(Input body, String member) {
        // A reader of its own: its faults must not be told a second time with those of the whole body.
        var alone = Bodies.object(body.node());
        var value = body.node().path(member);
        if (value.isTextual() && value.textValue().isEmpty()) {
            return null;
        }
        var id = alone.integer(member)
                .nullable()
                .range(Integer.MIN_VALUE, Integer.MAX_VALUE)
                .value();
        alone.check();
        return id == null || id == 0 ? null : id;
    }
}
