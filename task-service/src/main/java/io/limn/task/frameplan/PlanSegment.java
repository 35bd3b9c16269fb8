package io.limn.task.frameplan;

import java.time.Instant;

/**
 * A segment of a plan.
 *
 * @param startFrame        first frame, relative
 * @param stopFrame         last frame, relative
 * @param type              {@code range}, or {@code specific_frames} when it has not all frames of its range
 * @param frames            absolute numbers of the frames that it has, {@code null} for a range
 * @param chunksUpdatedDate latest change of what its chunks hold
 */
record PlanSegment(long id, int startFrame, int stopFrame, String type, int[] frames, Instant chunksUpdatedDate) {}
