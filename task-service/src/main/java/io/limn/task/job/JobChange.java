package io.limn.task.job;

import io.limn.common.api.Input;
import java.util.Set;

/**
 * What changes of a job; {@code null} where nothing does.
 *
 * @param stage      the new stage
 * @param state      the new state
 * @param assignee   whether the assignee was named, {@code assigneeId} may then be nobody
 * @param assigneeId the new assignee
 */
public record JobChange(String stage, String state, boolean assignee, Long assigneeId) {
    /** All stages of a job. */
    public static final Set<String> STAGES = Set.of("annotation", "validation", "acceptance");
    /** All states of a job within a stage. */
    public static final Set<String> STATES = Set.of("new", "in progress", "completed", "rejected");

    /** Reads a body whose assignee has been checked. */
    static JobChange read(Input body, Long assignee) {
        var stage = body.choice("stage", STAGES).value();
        var state = body.choice("state", STATES).value();
        body.check();
        return new JobChange(stage, state, body.has("assignee"), assignee);
    }

    /** Where a job is in its course; a new stage starts with a new state. */
    Progress applyTo(Progress before) {
        if (stage == null && state == null) {
            return before;
        }
        var newStage = stage == null ? before.stage() : stage;
        boolean advanced = !newStage.equals(before.stage());
        var newState = state != null ? state : advanced ? "new" : before.state();
        return Progress.of(newStage, newState);
    }
}
