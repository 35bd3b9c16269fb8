package io.limn.task.access;

import java.util.List;

/**
 * Some frames of a task now show something else. What belongs to what they showed is removed in the same transaction.
 *
 * @param taskId the task
 * @param frames the frames, relative to the task
 */
public record FramesReplaced(long taskId, List<Integer> frames) {}
