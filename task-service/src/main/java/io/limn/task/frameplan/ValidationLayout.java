package io.limn.task.frameplan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which frames of a task are validation frames. All numbers are relative to the task and ascending.
 *
 * @param mode       {@code gt}, or {@code gt_pool} for honeypots
 * @param perJob     honeypots in each job, {@code null} without honeypots
 * @param frames     validation frames
 * @param disabled   those of them that are not used
 * @param honeypots  places at which validation frames are shown inside jobs
 * @param realFrames the validation frame that each of these places shows, in their order
 */
record ValidationLayout(String mode, Integer perJob, int[] frames, int[] disabled, int[] honeypots, int[] realFrames) {
    /** A layout of frames that are chosen among those of the task. */
    static ValidationLayout groundTruth(int[] frames) {
        return new ValidationLayout(ValidationChoice.GROUND_TRUTH, null, frames, new int[0], new int[0], new int[0]);
    }

    boolean hasHoneypots() {
        return ValidationChoice.HONEYPOTS.equals(mode);
    }

    ValidationLayout withDisabled(Collection<Integer> other) {
        var sorted =
                other.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
        return new ValidationLayout(mode, perJob, frames, sorted, honeypots, realFrames);
    }

    ValidationLayout withRealFrames(int[] other) {
        return new ValidationLayout(mode, perJob, frames, disabled, honeypots, other);
    }

    /** All validation frames, as a set of one's own. */
    Set<Integer> frameSet() {
        return set(frames);
    }

    Set<Integer> disabledSet() {
        return set(disabled);
    }

    /** Validation frames in use. */
    List<Integer> active() {
        var unused = disabledSet();
        return IntStream.of(frames)
                .filter(frame -> !unused.contains(frame))
                .boxed()
                .toList();
    }

    /** Places that show one of some validation frames. */
    List<Integer> showing(Set<Integer> validationFrames) {
        return IntStream.range(0, honeypots.length)
                .filter(i -> validationFrames.contains(realFrames[i]))
                .map(i -> honeypots[i])
                .boxed()
                .toList();
    }

    /** Positions in the list of honeypots of those on some frames, both included. */
    IntStream positions(int start, int stop) {
        return IntStream.range(0, honeypots.length).filter(i -> honeypots[i] >= start && honeypots[i] <= stop);
    }

    private static Set<Integer> set(int[] numbers) {
        return IntStream.of(numbers).boxed().collect(Collectors.toCollection(HashSet::new));
    }
}
