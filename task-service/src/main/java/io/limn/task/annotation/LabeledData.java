package io.limn.task.annotation;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The annotations of one request or answer, by kind, each list in the order in which it was sent. */
record LabeledData(List<Annotation> tags, List<Annotation> shapes, List<Annotation> tracks) {
    LabeledData map(UnaryOperator<Annotation> change) {
        return new LabeledData(
                tags.stream().map(change).toList(),
                shapes.stream().map(change).toList(),
                tracks.stream().map(change).toList());
    }

    /** The list of a kind. */
    List<Annotation> of(Kind kind) {
        return switch (kind) {
            case TAG -> tags;
            case SHAPE -> shapes;
            case TRACK -> tracks;
        };
    }

    int size() {
        return tags.size() + shapes.size() + tracks.size();
    }

    /** The labels of all of them and of their elements. */
    SortedSet<Long> labels() {
        var labels = new TreeSet<Long>();
        all().forEach(annotation -> collect(annotation, labels));
        return labels;
    }

    private static void collect(Annotation annotation, Set<Long> labels) {
        labels.add(annotation.label());
        if (!annotation.parts().isEmpty()) {
            annotation.parts().forEach(element -> collect(element, labels));
        }
    }

    /** All of them, tags first, then shapes, then tracks. */
    Iterable<Annotation> all() {
        return () -> java.util.stream.Stream.of(tags, shapes, tracks)
                .flatMap(List::stream)
                .iterator();
    }
}
