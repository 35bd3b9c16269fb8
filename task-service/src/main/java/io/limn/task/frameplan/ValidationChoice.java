package io.limn.task.frameplan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * How validation frames are chosen.
 *
 * @param mode                 {@code gt}, or {@code gt_pool} for honeypots
 * @param frameSelectionMethod {@code random_uniform}, {@code random_per_job} or {@code manual}
 * @param frames               relative frames of the manual method
 * @param frameCount           frames to choose, {@code null} when a share is given
 * @param frameShare           share of the frames of the task, 0 to 1
 * @param framesPerJobCount    frames to choose for each job, {@code null} when a share is given
 * @param framesPerJobShare    share of the frames of a job, 0 to 1
 * @param randomSeed           seed of the choice, {@code null} for any
 * @param naturalOrder         relative frames in natural order of their names, {@code null} when they are to be asked for
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ValidationChoice(
        String mode,
        String frameSelectionMethod,
        List<Integer> frames,
        Integer frameCount,
        Double frameShare,
        Integer framesPerJobCount,
        Double framesPerJobShare,
        Long randomSeed,
        List<Integer> naturalOrder) {
    static final String GROUND_TRUTH = "gt";
    static final String HONEYPOTS = "gt_pool";

    boolean isManual() {
        return "manual".equals(frameSelectionMethod);
    }

    boolean isPerJob() {
        return "random_per_job".equals(frameSelectionMethod);
    }

    boolean hasHoneypots() {
        return HONEYPOTS.equals(mode);
    }

    /**
     * How many frames to choose of a task.
     *
     * @throws UnsuitableChoiceException when that is not said
     */
    int count(int size) {
        return number(frameCount, frameShare, size);
    }

    /** How many frames to choose for a job of a size. */
    int perJob(int segmentSize) {
        return number(framesPerJobCount, framesPerJobShare, segmentSize);
    }

    /** A share of 0 says nothing, as if none were given. */
    private static int number(Integer count, Double share, int whole) {
        if (count != null && count > 0) {
            return count;
        }
        if (share == null || share == 0) {
            throw new UnsuitableChoiceException("The number of validation frames is not specified");
        }
        return Math.max(1, (int) (share * whole));
    }
}
