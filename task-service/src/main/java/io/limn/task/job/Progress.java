package io.limn.task.job;

import java.util.Collection;

/**
 * Where a job is in its course.
 *
 * @param stage  {@code annotation}, {@code validation} or {@code acceptance}
 * @param state  {@code new}, {@code in progress}, {@code completed} or {@code rejected}
 * @param status what both come to: {@code annotation}, {@code validation} or {@code completed}
 */
record Progress(String stage, String state, String status) {
    /** With the status that follows from stage and state. */
    static Progress of(String stage, String state) {
        return new Progress(stage, state, status(stage, state));
    }

    private static String status(String stage, String state) {
        if (stage.equals("annotation")) {
            return "annotation";
        }
        return stage.equals("acceptance") && state.equals("completed") ? "completed" : "validation";
    }

    /** The status of a task whose jobs have these: it is as far as the last of them. */
    static String statusOfTask(Collection<String> jobs) {
        if (jobs.contains("annotation")) {
            return "annotation";
        }
        return jobs.contains("validation") ? "validation" : "completed";
    }
}
