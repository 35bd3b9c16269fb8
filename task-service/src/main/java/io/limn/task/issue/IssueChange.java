package io.limn.task.issue;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;

/**
 * What changes of an issue; {@code null} where nothing does.
 *
 * @param position   the new position
 * @param assignee   whether the assignee was named, {@code assigneeId} may then be nobody
 * @param assigneeId the new assignee
 * @param resolved   whether it is done
 */
record IssueChange(double[] position, boolean assignee, Long assigneeId, Boolean resolved) {
    /**
     * Reads a body whose assignee has been checked. Whatever else it holds is ignored.
     *
     * @throws ApiException 400 when the body is wrong
     */
    static IssueChange read(Input body, Long assignee) {
        var position = IssueDraft.position(body.numbers("position"));
        var resolved = body.bool("resolved").value();
        body.check();
        return new IssueChange(position, body.has("assignee"), assignee, resolved);
    }
}
