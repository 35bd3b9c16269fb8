package io.limn.task.workspace;

/**
 * Where projects and tasks are: in an organization, or with their owner.
 *
 * @param organizationId the organization, {@code null} for the personal workspace
 * @param slug           its short name, {@code null} for the personal workspace
 */
public record Workspace(Long organizationId, String slug) {
    /** What belongs to no organization. */
    public static final Workspace PERSONAL = new Workspace(null, null);
}
