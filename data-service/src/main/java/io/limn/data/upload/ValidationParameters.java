package io.limn.data.upload;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * How ground truth or honeypots are chosen when a task is made.
 *
 * @param mode                 {@code gt} or {@code gt_pool}
 * @param frameSelectionMethod {@code random_uniform}, {@code random_per_job} or {@code manual}
 * @param frames               file names for the manual method, otherwise empty
 * @param frameCount           frames to choose, {@code null} when a share is given
 * @param frameShare           share of all frames
 * @param framesPerJobCount    frames to choose per job, {@code null} when a share is given
 * @param framesPerJobShare    share of a job's frames
 * @param randomSeed           seed of the choice, {@code null} for any
 */
public record ValidationParameters(
        String mode,
        String frameSelectionMethod,
        List<String> frames,
        Integer frameCount,
        Double frameShare,
        Integer framesPerJobCount,
        Double framesPerJobShare,
        Long randomSeed) {

    /** These as the last word upon earlier ones: when both name frames, those of both are meant. */
    ValidationParameters after(ValidationParameters earlier) {
        var all = new LinkedHashSet<>(earlier.frames);
        all.addAll(frames);
        return new ValidationParameters(
                mode,
                frameSelectionMethod,
                frameSelectionMethod.equals("manual") ? List.copyOf(all) : frames,
                frameCount,
                frameShare,
                framesPerJobCount,
                framesPerJobShare,
                randomSeed);
    }
}
