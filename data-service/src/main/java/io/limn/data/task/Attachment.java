package io.limn.data.task;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What task-service tells of a task that takes data.
 *
 * @param taskId             the task
 * @param dataId             its data record
 * @param projectId          its project, may be {@code null}
 * @param organizationId     its organization, may be {@code null}
 * @param organizationSlug   the organization's short name
 * @param segmentSize        frames per job as asked for, 0 or {@code null} for all in one
 * @param dimensionOfProject {@code 2d} or {@code 3d} when other tasks of the project have data, otherwise {@code null}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Attachment(
        long taskId,
        long dataId,
        Long projectId,
        Long organizationId,
        String organizationSlug,
        Integer segmentSize,
        String dimensionOfProject) {}
