package io.limn.data.frame;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which frames a task or a job consists of, as task-service decided. Frame numbers are relative to the task; source positions index
 * the immutable list of source media.
 *
 * @param jobId null for the plan of a task
 * @param planRevision grows with every change of the plan
 * @param dataId null while no data is attached
 * @param startFrame first source frame of the task
 * @param stopFrame last source frame of the task
 * @param step every how many source frames are taken
 * @param frames source position of each frame, null when it is {@code startFrame + frame * step}
 * @param segments annotation segments of the task, or the one of the job
 * @param start first frame, relative
 * @param stop last frame, relative
 * @param includedFrames source positions of a job that has only some frames of its range, ascending, else null
 * @param chunksUpdatedDate when the content of chunks changed last
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record FramePlan(
        long taskId,
        Long jobId,
        Long dataId,
        long planRevision,
        String mode,
        String dimension,
        int size,
        Integer chunkSize,
        int imageQuality,
        int startFrame,
        int stopFrame,
        String frameFilter,
        int step,
        String compressedChunkType,
        String originalChunkType,
        String storage,
        Long cloudStorageId,
        List<Integer> frames,
        List<Segment> segments,
        int start,
        int stop,
        List<Integer> includedFrames,
        List<Integer> deletedFrames,
        Instant chunksUpdatedDate) {

    /** A segment; its numbers are relative. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Segment(int startFrame, int stopFrame, String type, List<Integer> frames) {}

    /** Whether there is anything to show. */
    boolean hasData() {
        return dataId != null && size > 0 && chunkSize != null;
    }

    /** Whether the frames come from a video. */
    boolean isVideo() {
        return "interpolation".equals(mode);
    }

    /** Whether the frames are read from a cloud storage. */
    boolean isInCloud() {
        return "cloud_storage".equals(storage);
    }

    /** Whether the frames are point clouds. */
    boolean isPointClouds() {
        return "3d".equals(dimension);
    }

    /** Whether only some frames of the range belong to the job. */
    boolean isSelection() {
        return includedFrames != null;
    }

    /** Source position of a relative frame. */
    int source(int frame) {
        return frames == null ? absolute(frame) : frames.get(frame);
    }

    /** The number that the API calls absolute. */
    int absolute(int frame) {
        return startFrame + frame * step;
    }

    /** The frames that belong to this task or job, relative, ascending. */
    List<Integer> ownFrames() {
        List<Integer> own = new ArrayList<>();
        if (isSelection()) {
            includedFrames.stream()
                    .map(position -> (position - startFrame) / step)
                    .sorted()
                    .forEach(own::add);
        } else {
            for (int frame = start; frame <= stop; frame++) {
                own.add(frame);
            }
        }
        return own;
    }

    /** Whether a relative frame belongs to this task or job. */
    boolean owns(int frame) {
        return frame >= start
                && frame <= stop
                && (!isSelection() || Collections.binarySearch(includedFrames, absolute(frame)) >= 0);
    }
}
