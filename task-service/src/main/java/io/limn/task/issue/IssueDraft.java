package io.limn.task.issue;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import java.util.List;

/**
 * An issue to be raised.
 *
 * @param frame      where, relative to the task
 * @param position   where on the frame
 * @param message    what is wrong: the first comment
 * @param assigneeId who is to see to it, {@code null} for nobody
 * @param resolved   whether that is done already
 */
record IssueDraft(int frame, double[] position, String message, Long assigneeId, boolean resolved) {
    /**
     * Reads a body whose job and assignee have been checked.
     *
     * @throws ApiException 400 when the body is wrong
     */
    static IssueDraft read(Input body, Long assignee) {
        var frame = body.integer("frame").required().range(0, Integer.MAX_VALUE).value();
        var position = position(body.numbers("position").required());
        var message = body.text("message").required().value();
        boolean resolved = body.bool("resolved").or(false);
        body.check();
        return new IssueDraft(frame.intValue(), position, message, assignee, resolved);
    }

    /** A position, {@code null} when none was sent. */
    static double[] position(io.limn.common.api.Member<List<Double>> member) {
        var numbers = member.demand(list -> !list.isEmpty(), "This list may not be empty.")
                .value();
        return numbers == null
                ? null
                : numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
