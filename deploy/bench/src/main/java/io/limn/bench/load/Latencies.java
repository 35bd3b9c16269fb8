package io.limn.bench.load;

/** Counts times to answers in steps of ten microseconds; what takes longer than a second counts as a second. */
final class Latencies {
    private static final int STEP = 10;
    private static final int STEPS = 100_000;

    private final int[] counts = new int[STEPS + 1];
    private long count;

    void add(long microseconds) {
        counts[(int) Math.min(STEPS, microseconds / STEP)]++;
        count++;
    }

    void add(Latencies other) {
        for (int step = 0; step < counts.length; step++) {
            counts[step] += other.counts[step];
        }
        count += other.count;
    }

    long count() {
        return count;
    }

    /** Microseconds within which a share of the answers came. */
    long percentile(int percent) {
        long wanted = count * percent / 100;
        long seen = 0;
        for (int step = 0; step < counts.length; step++) {
            seen += counts[step];
            if (seen > wanted) {
                return (long) (step + 1) * STEP;
            }
        }
        return (long) STEPS * STEP;
    }
}
