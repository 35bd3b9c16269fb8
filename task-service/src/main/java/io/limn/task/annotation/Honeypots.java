package io.limn.task.annotation;

import io.limn.common.api.ApiException;
import io.limn.task.frameplan.ValidationPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What annotations of a whole task mean for frames that are shown a second time, as honeypots in its jobs. */
final class Honeypots {
    private Honeypots() {}

    /**
     * Annotations for all of a task: those of validation frames are copied to every place that shows their frame, what
     * is given for such a place itself is dropped.
     */
    static LabeledData spread(LabeledData data, ValidationPool pool) {
        var honeypots = pool.honeypots();
        return new LabeledData(
                spread(data.tags(), pool, honeypots), spread(data.shapes(), pool, honeypots), data.tracks());
    }

    private static List<Annotation> spread(List<Annotation> annotations, ValidationPool pool, Set<Integer> honeypots) {
        var spread = new ArrayList<Annotation>();
        for (var annotation : annotations) {
            if (!honeypots.contains(annotation.frame())) {
                copies(annotation, pool, spread::add);
                spread.add(annotation);
            }
        }
        return spread;
    }

    private static void copies(Annotation annotation, ValidationPool pool, Consumer<Annotation> sink) {
        for (int place : pool.places().getOrDefault(annotation.frame(), List.of())) {
            sink.accept(moved(annotation, place));
        }
    }

    private static Annotation moved(Annotation annotation, int frame) {
        var elements = annotation.elements() == null
                ? null
                : annotation.elements().stream()
                        .map(element -> moved(element, frame))
                        .toList();
        return annotation.withId(null).withParts(frame, annotation.keyframes(), elements);
    }

    /**
     * Demands that no annotation is one of a validation frame.
     *
     * @throws ApiException 400 otherwise
     */
    static void refuse(LabeledData data, ValidationPool pool) {
        for (var annotation : data.all()) {
            if (pool.has(annotation.frame())) {
                throw ApiException.rule(
                        "Annotations on validation frames can only be edited via task import or the GT job");
            }
        }
    }
}
