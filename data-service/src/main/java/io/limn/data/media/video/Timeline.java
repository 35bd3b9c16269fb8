package io.limn.data.media.video;

import io.limn.data.media.VideoIndex.KeyFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The frames of a video in display order. */
final class Timeline {
    private final int count;
    private final long[] times;
    private final List<KeyFrame> keyFrames;
    private final boolean trusted;

    private Timeline(int count, long[] times, List<KeyFrame> keyFrames, boolean trusted) {
        this.count = count;
        this.times = times;
        this.keyFrames = keyFrames;
        this.trusted = trusted;
    }

    /** How many frames there are. */
    int count() {
        return count;
    }

    /** Their presentation times, ascending; empty when times are missing or do not rise. */
    long[] times() {
        return times;
    }

    /** Where decoding can start; empty when it cannot be told. */
    List<KeyFrame> keyFrames() {
        return keyFrames;
    }

    /** Whether this is known without decoding every frame. */
    boolean trusted() {
        return trusted;
    }

    /** Collects times as packets or frames come. */
    static final class Builder {
        private long[] times = new long[1024];
        private final List<Long> keys = new ArrayList<>();
        private int count;
        private boolean complete = true;
        private boolean startsWithKey;

        void add(long time, boolean key) {
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            if (count == 0) {
                startsWithKey = key;
            }
            times[count++] = time;
            complete &= VideoIndexer.known(time);
            if (key) {
                keys.add(time);
            }
        }

        void distrust() {
            complete = false;
        }

        /** From packets: decoding order, so times are sorted; equal times or frames before the first key frame spoil it. */
        Timeline inAnyOrder() {
            long[] sorted = Arrays.copyOf(times, count);
            Arrays.sort(sorted);
            boolean trusted = complete && count > 0 && startsWithKey && rises(sorted) && sorted[0] == keys.getFirst();
            return trusted ? new Timeline(count, sorted, keyFrames(sorted), true) : untold();
        }

        /** From decoded frames: display order as it is. */
        Timeline inDecodeOrder() {
            long[] exact = Arrays.copyOf(times, count);
            boolean usable = complete && startsWithKey && rises(exact);
            return usable ? new Timeline(count, exact, keyFrames(exact), false) : untold();
        }

        private Timeline untold() {
            return new Timeline(count, new long[0], List.of(), false);
        }

        private List<KeyFrame> keyFrames(long[] sorted) {
            return keys.stream()
                    .sorted()
                    .map(time -> new KeyFrame(Arrays.binarySearch(sorted, time), time))
                    .toList();
        }

        private static boolean rises(long[] times) {
            for (int i = 1; i < times.length; i++) {
                if (times[i] <= times[i - 1]) {
                    return false;
                }
            }
            return true;
        }
    }
}
