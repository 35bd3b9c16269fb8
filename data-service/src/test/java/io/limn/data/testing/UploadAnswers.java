package io.limn.data.testing;

import java.util.regex.Pattern;

/**
 * What {@link StubTaskService} says about uploads when it was taught nothing else: {@link #MISSING}, {@link #FORBIDDEN}
 * and {@link #HAS_DATA} are tasks that take none; tasks from {@link #SEGMENTED} on have two frames a job; all others
 * take data. The data record of a task has its id plus a million.
 */
public final class UploadAnswers {
    /** A task that does not exist. */
    public static final long MISSING = 404;

    /** A task of others. */
    public static final long FORBIDDEN = 403;

    /** A task whose data is processed. */
    public static final long HAS_DATA = 400;

    /** The first task with two frames a job. */
    public static final long SEGMENTED = 500_000_000;

    /** A user who is not active any more. */
    public static final long GONE = 77;

    private static final String USERS = "/internal/users/";
    private static final Pattern PATH =
            Pattern.compile("/internal/tasks/(\\d+)(?:/data/(attach|parameters)|\\?scope=(?:view|upload:data))");

    private UploadAnswers() {}

    /** Status and body. */
    record Answer(int status, String body) {}

    static Answer of(String path) {
        if (path.startsWith(USERS)) {
            return new Answer(200, "{\"is_active\": " + !path.equals(USERS + GONE) + "}");
        }
        if (path.startsWith("/internal/cloudstorages/")) {
            return new Answer(204, "");
        }
        var match = PATH.matcher(path);
        if (!match.matches()) {
            return new Answer(404, "{\"detail\":\"No Task matches the given query.\"}");
        }
        long id = Long.parseLong(match.group(1));
        if (id == MISSING) {
            return new Answer(404, "{\"detail\":\"No Task matches the given query.\"}");
        }
        if (id == FORBIDDEN) {
            return new Answer(403, "{\"detail\":\"You do not have permission to perform this action.\"}");
        }
        return "parameters".equals(match.group(2)) ? new Answer(204, "") : new Answer(200, task(id));
    }

    private static String task(long id) {
        return """
                {"task_id": %d, "data_id": %d, "project_id": null, "organization_id": null, "organization_slug": null,
                 "name": "a task", "owner_id": 11, "segment_size": %d, "overlap": null, "consensus_replicas": 0,
                 "size": %d, "dimension_of_project": null}""".formatted(id, id + 1_000_000, id >= SEGMENTED ? 2 : 0, id == HAS_DATA ? 3 : 0);
    }
}
