package io.limn.data.ingest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.limn.common.work.PermanentFailure;
import io.limn.data.media.FrameOrder;
import io.limn.data.upload.ValidationParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How ground truth or honeypots are chosen, with frame numbers for names.
 *
 * @param frames       relative frames of the manual method, ascending; otherwise empty
 * @param naturalOrder for honeypots the relative frames in natural order of their names, on which the choice is made;
 *                     {@code null} otherwise, and when there are too many for an event: then data-service is asked for it
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
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
    private static final int MOST_IN_EVENT = 4000;
    private static final int MOST_NAMED = 5;

    /**
     * Turns names into numbers.
     *
     * @param names names of the task's frames in order, empty for a video
     * @throws PermanentFailure when a name is none of them
     */
    static ValidationChoice of(ValidationParameters parameters, List<String> names) {
        boolean pool = parameters.mode().equals("gt_pool");
        return new ValidationChoice(
                parameters.mode(),
                parameters.frameSelectionMethod(),
                numbers(parameters.frames(), names),
                parameters.frameCount(),
                parameters.frameShare(),
                parameters.framesPerJobCount(),
                parameters.framesPerJobShare(),
                parameters.randomSeed(),
                pool && names.size() <= MOST_IN_EVENT ? naturalOrder(names) : null);
    }

    private static List<Integer> numbers(List<String> chosen, List<String> names) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            known.put(names.get(i), i);
        }
        var unknown = chosen.stream().filter(name -> !known.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            int more = unknown.size() - MOST_NAMED;
            throw new PermanentFailure("Unknown validation frames requested: "
                    + String.join(", ", unknown.subList(0, Math.min(MOST_NAMED, unknown.size())))
                    + (more > 0 ? " … (and " + more + " more)" : ""));
        }
        return chosen.stream().map(known::get).sorted().toList();
    }

    /** Relative frames in natural order of their names. */
    static List<Integer> naturalOrder(List<String> names) {
        var order = new ArrayList<>(IntStream.range(0, names.size()).boxed().toList());
        order.sort(Comparator.comparing(names::get, FrameOrder.NATURAL));
        return order;
    }
}
