package io.limn.task.frameplan;

import io.limn.task.sampling.HashOrder;
import io.limn.task.sampling.Sampler;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Chooses which of the frames of a task are in its ground truth job. */
final class GroundTruthFrames {
    private GroundTruthFrames() {}

    /**
     * The frames.
     *
     * @param choice at most as many frames as there are
     * @param size   frames of the task
     * @param cut    its segments
     * @return relative frames, ascending
     * @throws UnsuitableChoiceException when they cannot be chosen like this
     */
    static int[] choose(ValidationChoice choice, int size, Cut cut) {
        if (choice.isManual()) {
            return sorted(choice.frames().stream().mapToInt(Integer::intValue));
        }
        var sampler = Sampler.of(choice.randomSeed());
        return choice.isPerJob()
                ? perJob(choice, size, cut, sampler)
                : sorted(IntStream.of(sampler.choose(size, choice.count(size))));
    }

    private static int[] perJob(ValidationChoice choice, int size, Cut cut, Sampler sampler) {
        int segmentSize = cut.segmentSize() > 0 ? cut.segmentSize() : longest(cut.segments());
        if (choice.framesPerJobCount() != null && choice.framesPerJobCount() > segmentSize) {
            throw new UnsuitableChoiceException(
                    "The requested number of GT frames per job must be less than task segment size (" + segmentSize
                            + ")");
        }
        int count = Math.min(choice.perJob(segmentSize), size);
        var chosen = new TreeSet<Integer>();
        for (var segment : cut.segments()) {
            choose(segment, cut.overlap(), count, sampler, chosen);
        }
        return sorted(chosen.stream().mapToInt(Integer::intValue));
    }

    /** What an earlier segment chose counts for this one too, and it adds none of the frames that it shares with it. */
    private static void choose(Cut.Range segment, int overlap, int count, Sampler sampler, TreeSet<Integer> chosen) {
        int length = segment.stop() - segment.start() + 1;
        var present = new TreeSet<>(chosen.subSet(segment.start(), true, segment.stop(), true));
        int missing = Math.min(length, count) - present.size();
        if (missing <= 0) {
            return;
        }
        int first = segment.start() == 0 ? 0 : segment.start() + overlap;
        var free = new TreeSet<>(
                IntStream.rangeClosed(first, segment.stop()).boxed().toList());
        free.removeAll(present);
        var candidates = HashOrder.of(free, present.size());
        for (int index : sampler.chooseShuffled(candidates.size(), Math.min(missing, candidates.size()))) {
            chosen.add(candidates.get(index));
        }
    }

    private static int longest(List<Cut.Range> segments) {
        return segments.stream()
                .mapToInt(segment -> segment.stop() - segment.start() + 1)
                .max()
                .orElse(0);
    }

    private static int[] sorted(IntStream frames) {
        return frames.sorted().toArray();
    }
}
