package io.limn.task.annotation;

/** What an annotation is; the order is the one in which kinds are stored and listed. */
enum Kind {
    TAG,
    SHAPE,
    TRACK;

    private static final Kind[] ALL = values();

    /** The kind that is stored as a number. */
    static Kind at(int stored) {
        return ALL[stored];
    }
}
