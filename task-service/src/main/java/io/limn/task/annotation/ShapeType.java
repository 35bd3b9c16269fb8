package io.limn.task.annotation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Kinds of shapes, each with the number of coordinates it takes. The order is the one in which they are stored. */
enum ShapeType {
    RECTANGLE(count -> count == 4),
    POLYGON(count -> count >= 6 && count % 2 == 0),
    POLYLINE(count -> count >= 4 && count % 2 == 0),
    POINTS(count -> count >= 2 && count % 2 == 0),
    ELLIPSE(count -> count == 4),
    CUBOID(count -> count == 16),
    MASK(count -> count >= 5),
    SKELETON(count -> count == 0);

    private static final Set<String> NAMES =
            Arrays.stream(values()).map(ShapeType::wireName).collect(Collectors.toCollection(TreeSet::new));
    private static final Map<String, ShapeType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(ShapeType::wireName, type -> type));
    private static final ShapeType[] ALL = values();

    private final IntPredicate count;
    private final String wireName = name().toLowerCase(Locale.ROOT);

    ShapeType(IntPredicate count) {
        this.count = count;
    }

    /** The names of all kinds on the wire. */
    static Set<String> names() {
        return NAMES;
    }

    static ShapeType of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The kind with a name on the wire, {@code null} when there is none. */
    static ShapeType find(String name) {
        return BY_NAME.get(name);
    }

    /** The kind that is stored as a number. */
    static ShapeType at(int stored) {
        return ALL[stored];
    }

    String wireName() {
        return wireName;
    }

    /** Whether a shape of this kind can have so many coordinates. */
    boolean takes(int coordinates) {
        return count.test(coordinates);
    }
}
