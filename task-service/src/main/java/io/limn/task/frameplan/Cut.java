package io.limn.task.frameplan;

import java.util.ArrayList;
import java.util.List;

/**
 * How the frames of a task are cut into segments.
 *
 * @param segmentSize frames of a segment, 0 when they are listed one by one
 * @param overlap     frames that neighbours share
 * @param segments    the segments, in order
 */
record Cut(int segmentSize, int overlap, List<Range> segments) {
    private static final int VIDEO_OVERLAP = 5;

    /** Frames from start to stop, both included. */
    record Range(int start, int stop) {}

    /**
     * Cuts frames into segments of one size.
     *
     * @param size        frames of the task, at least 1
     * @param segmentSize as asked for, 0 for no limit
     * @param overlap     as asked for, {@code null} for the default
     * @param video       whether the frames are a video, whose tracks need an overlap by default
     */
    static Cut even(int size, int segmentSize, Integer overlap, boolean video) {
        int length = segmentSize > 0 && segmentSize <= size ? segmentSize : size;
        int asked = overlap != null ? overlap : video ? VIDEO_OVERLAP : 0;
        int shared = Math.min(asked, length / 2);
        var segments = new ArrayList<Range>();
        int start = 0;
        do {
            segments.add(new Range(start, Math.min(start + length - 1, size - 1)));
            start += length - shared;
        } while (start < size - shared);
        return new Cut(length, shared, segments);
    }

    /** Cuts frames into segments of given lengths. */
    static Cut listed(List<Integer> lengths) {
        var segments = new ArrayList<Range>();
        int start = 0;
        for (int length : lengths) {
            segments.add(new Range(start, start + length - 1));
            start += length;
        }
        return new Cut(0, 0, segments);
    }
}
