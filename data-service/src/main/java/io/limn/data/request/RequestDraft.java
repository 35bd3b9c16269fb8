package io.limn.data.request;

/**
 * A request that is about to be made.
 *
 * @param id               identifier in its text form; {@code null} has it made of the other parts
 * @param action           {@code create}, {@code import}, {@code export}, {@code calculate}, {@code merge}
 * @param target           {@code project}, {@code task}, {@code job}, {@code events}
 * @param targetId         the target's id, {@code null} for operations without one
 * @param uuid             what tells operations without a target apart
 * @param subresource      {@code annotations}, {@code dataset}, {@code backup}, {@code quality} or {@code null}
 * @param format           display name of the format, {@code null} for none
 * @param lightweight      kind of a backup, {@code null} for others
 * @param userId           who asked
 * @param username         his name
 * @param organizationId   organization of the target
 * @param organizationSlug its short name
 * @param projectId        project of the target
 * @param taskId           task of the target
 * @param jobId            job of the target
 */
public record RequestDraft(
        String id,
        String action,
        String target,
        Long targetId,
        String uuid,
        String subresource,
        String format,
        Boolean lightweight,
        long userId,
        String username,
        Long organizationId,
        String organizationSlug,
        Long projectId,
        Long taskId,
        Long jobId) {

    /** The creation of a task's data. */
    public static RequestDraft creation(
            long task, Long project, Long organization, String slug, long user, String username) {
        return new RequestDraft(
                RequestId.ofCreation(task),
                "create",
                "task",
                task,
                null,
                null,
                null,
                null,
                user,
                username,
                organization,
                slug,
                project,
                task,
                null);
    }

    /** The identifier. */
    public String rqId() {
        boolean personal = action.equals("export");
        return id != null
                ? id
                : RequestId.of(
                        action, target, targetId, uuid, personal ? userId : null, lightweight, format, subresource);
    }

    /** Whether only its owner and administrators may see it; others are seen by whoever sees the target. */
    boolean isPrivate() {
        return uuid != null || rqId().contains("&user_id=") || rqId().contains("&id=");
    }
}
