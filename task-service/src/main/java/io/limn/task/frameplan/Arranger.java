package io.limn.task.frameplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Arranges the frames of tasks as their data and their validation ask for. */
@ApplicationScoped
class Arranger {
    private final NaturalOrder natural;

    Arranger(NaturalOrder natural) {
        this.natural = natural;
    }

    /**
     * Arranges.
     *
     * @param segmentSize as asked for, 0 for no limit
     * @param overlap     as asked for, {@code null} for the default
     * @throws UnsuitableChoiceException when validation frames cannot be chosen like this
     */
    Arrangement arrange(ProcessedData data, int segmentSize, Integer overlap) {
        var choice = data.validation();
        if (choice == null) {
            return new Arrangement(data, data.cut(segmentSize, overlap), null);
        }
        if ("3d".equals(data.dimension())) {
            throw new UnsuitableChoiceException(GroundTruthJobs.ONLY_PICTURES);
        }
        if (choice.hasHoneypots()) {
            var order = natural.of(data);
            var mix = HoneypotMix.of(choice, order, segmentSize);
            var cut = Cut.listed(mix.jobs().stream().map(List::size).toList());
            return new Arrangement(
                    data.arranged(mix.order().stream().map(order::get).toList()), cut, mix.layout());
        }
        var cut = data.cut(segmentSize, overlap);
        return new Arrangement(data, cut, groundTruth(choice, data.size(), cut));
    }

    private static ValidationLayout groundTruth(ValidationChoice choice, int size, Cut cut) {
        if (choice.isManual() && choice.frames().isEmpty()) {
            throw new UnsuitableChoiceException("The number of validation frames is not specified");
        }
        if (!choice.isManual() && !choice.isPerJob() && choice.count(size) > size) {
            throw new UnsuitableChoiceException("The number of validation frames requested (" + choice.count(size)
                    + ") is greater that the number of task frames (" + size + ")");
        }
        return ValidationLayout.groundTruth(GroundTruthFrames.choose(choice, size, cut));
    }
}
