package io.limn.task.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Hands out ids, taken from the sequence in one block, to annotations and their parts that have none. */
final class AnnotationIds {
    private final Connection connection;
    private long following;
    private int left;
    private int wanted;

    /**
     * For one save.
     *
     * @param connection of the transaction
     * @param wanted     how many ids the save may need
     */
    AnnotationIds(Connection connection, int wanted) {
        this.connection = connection;
        this.wanted = wanted;
    }

    /** How many ids some annotations need when none has one. */
    static int count(Iterable<Annotation> annotations) {
        int count = 0;
        for (var annotation : annotations) {
            count += 1
                    + (annotation.keyframes() == null
                            ? 0
                            : annotation.keyframes().size() + 1);
            if (!annotation.parts().isEmpty()) {
                count += count(annotation.parts());
            }
        }
        return count;
    }

    /** The same annotation with an id for itself and all its parts; those in {@code kept} may keep theirs. */
    Annotation assign(Annotation annotation, Set<Long> kept) throws SQLException {
        var id = annotation.id() != null && kept.contains(annotation.id()) ? annotation.id() : Long.valueOf(next());
        if (annotation.keyframes() == null && annotation.parts().isEmpty()) {
            return annotation.withId(id);
        }
        List<Keyframe> keyframes = null;
        if (annotation.keyframes() != null) {
            keyframes = new ArrayList<>();
            for (var keyframe : annotation.keyframes()) {
                boolean keep = keyframe.id() != null && kept.contains(keyframe.id());
                keyframes.add(keep ? keyframe : keyframe.withId(Long.valueOf(next())));
            }
        }
        List<Annotation> elements = null;
        if (annotation.elements() != null) {
            elements = new ArrayList<>();
            for (var element : annotation.elements()) {
                elements.add(assign(element, kept));
            }
        }
        return annotation.withId(id).withParts(annotation.frame(), keyframes, elements);
    }

    private long next() throws SQLException {
        if (left == 0) {
            fill(Math.max(wanted, 1));
        }
        left--;
        return following++;
    }

    private void fill(int count) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT take_annotation_ids(?)")) {
            statement.setInt(1, count);
            try (var row = statement.executeQuery()) {
                row.next();
                following = row.getLong(1);
            }
        }
        left = count;
        wanted = 0;
    }
}
