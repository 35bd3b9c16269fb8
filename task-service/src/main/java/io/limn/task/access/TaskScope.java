package io.limn.task.access;

/**
 * A task that the caller may use as he asked.
 *
 * @param taskId            the task
 * @param projectId         its project, {@code null} without one
 * @param organizationId    its organization, {@code null} for a personal one
 * @param ownerId           its owner, {@code null} when he is gone
 * @param assigneeId        its assignee, {@code null} for nobody
 * @param projectOwnerId    owner of its project
 * @param projectAssigneeId assignee of its project
 * @param dataId            its data, {@code null} while none is attached
 * @param size              frames, 0 until its data is processed
 * @param mode              {@code annotation}, {@code interpolation}, or empty until its data is processed
 * @param dimension         {@code 2d} or {@code 3d}
 * @param validationMode    {@code gt}, {@code gt_pool} or {@code null}
 */
public record TaskScope(
        long taskId,
        Long projectId,
        Long organizationId,
        Long ownerId,
        Long assigneeId,
        Long projectOwnerId,
        Long projectAssigneeId,
        Long dataId,
        int size,
        String mode,
        String dimension,
        String validationMode) {

    /** Whether the data of the task is processed. */
    public boolean hasData() {
        return size > 0;
    }
}
