package io.limn.task.annotation;

/** What an annotation is; the order is the one in which kinds are stored and listed. */
enum Kind {
    TAG,
    SHAPE,
    TRACK
}
