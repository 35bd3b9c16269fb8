package io.limn.task.frameplan;

import io.limn.task.sampling.Sampler;
import io.limn.task.sampling.UseCounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the frames of a task are mixed with honeypots. Numbers are places in the natural order of the names, so that the
 * same files with the same seed are always mixed in the same way.
 *
 * @param jobs   frames of each job in order, regular ones and honeypots
 * @param pool   validation frames, ascending
 * @param perJob honeypots in each job
 */
record HoneypotMix(List<List<Integer>> jobs, List<Integer> pool, int perJob) {
    /**
     * Mixes.
     *
     * @param natural     relative frames in natural order
     * @param segmentSize regular frames of a job, 0 for all in one
     * @throws UnsuitableChoiceException when there are too few frames for what is asked
     */
    static HoneypotMix of(ValidationChoice choice, List<Integer> natural, int segmentSize) {
        var sampler = Sampler.of(choice.randomSeed());
        var pool = pool(choice, natural, sampler);
        var regular = new ArrayList<>(IntStream.range(0, natural.size()).boxed().toList());
        regular.removeAll(new HashSet<>(pool));
        if (regular.isEmpty()) {
            throw new UnsuitableChoiceException(
                    "Cannot create task: too few non-honeypot frames left after selecting validation frames");
        }
        int perJob = perJob(choice, pool.size(), segmentSize);
        sampler.shuffle(regular);
        var drawn = new ArrayList<>(pool);
        sampler.shuffle(drawn);
        return new HoneypotMix(
                jobs(regular, new UseCounts(drawn), segmentSize, perJob, Sampler.of(choice.randomSeed())),
                pool,
                perJob);
    }

    private static List<List<Integer>> jobs(
            List<Integer> regular, UseCounts pool, int segmentSize, int perJob, Sampler sampler) {
        int length = segmentSize > 0 ? segmentSize : regular.size();
        var jobs = new ArrayList<List<Integer>>();
        for (int from = 0; from < regular.size(); from += length) {
            var job = new ArrayList<>(regular.subList(from, Math.min(from + length, regular.size())));
            job.addAll(pool.take(perJob));
            sampler.shuffle(job);
            jobs.add(job);
        }
        return jobs;
    }

    private static List<Integer> pool(ValidationChoice choice, List<Integer> natural, Sampler sampler) {
        if (choice.isManual()) {
            var places = new HashMap<Integer, Integer>();
            for (int place = 0; place < natural.size(); place++) {
                places.put(natural.get(place), place);
            }
            var pool = choice.frames().stream().map(places::get).sorted().toList();
            if (pool.isEmpty()) {
                throw new UnsuitableChoiceException("The number of validation frames is not specified");
            }
            return pool;
        }
        int count = choice.count(natural.size());
        if (choice.frameCount() != null && count >= natural.size()) {
            throw new UnsuitableChoiceException("The number of validation frames requested (" + count
                    + ") must be less than the number of task frames (" + natural.size() + ")");
        }
        return IntStream.of(sampler.choose(natural.size(), count))
                .sorted()
                .boxed()
                .toList();
    }

    private static int perJob(ValidationChoice choice, int pool, int segmentSize) {
        int count = choice.perJob(segmentSize);
        if (choice.framesPerJobCount() != null && choice.frameCount() != null && count > pool) {
            throw new UnsuitableChoiceException("The requested number of validation frames per job (" + count
                    + ") is greater than the validation pool size (" + pool + ")");
        }
        return Math.min(count, pool);
    }

    /** Frames of the task: those of the jobs, one after the other, and the pool. */
    List<Integer> order() {
        var order = new ArrayList<Integer>();
        jobs.forEach(order::addAll);
        order.addAll(pool);
        return order;
    }

    /** The layout of a task whose frames stand in this order. */
    ValidationLayout layout() {
        var order = order();
        int first = order.size() - pool.size();
        var shown = new HashMap<Integer, Integer>();
        for (int i = 0; i < pool.size(); i++) {
            shown.put(pool.get(i), first + i);
        }
        var honeypots = IntStream.range(0, first)
                .filter(frame -> shown.containsKey(order.get(frame)))
                .toArray();
        return new ValidationLayout(
                ValidationChoice.HONEYPOTS,
                perJob,
                IntStream.range(first, order.size()).toArray(),
                new int[0],
                honeypots,
                IntStream.of(honeypots)
                        .map(frame -> shown.get(order.get(frame)))
                        .toArray());
    }
}
