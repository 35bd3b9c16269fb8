package io.limn.task.frameplan;

/** What became of processed data. */
sealed interface Outcome {
    /** The task has its jobs. */
    record Ready(int jobs) implements Outcome {}

    /** The data does not fit the task, for a reason that the user reads. */
    record Rejected(String message) implements Outcome {}

    /** There is no such task any more. */
    record Gone() implements Outcome {}
}
