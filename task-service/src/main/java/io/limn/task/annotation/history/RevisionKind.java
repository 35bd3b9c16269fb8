package io.limn.task.annotation.history;

import java.util.Locale;

/** What made a revision. */
public enum RevisionKind {
    /** Everything was replaced. */
    REPLACE,
    /** Objects were added. */
    CREATE,
    /** Objects were replaced by their ids. */
    UPDATE,
    /** Objects were removed by their ids. */
    DELETE,
    /** A label went, and its objects with it. */
    LABEL_DELETION,
    /** Attributes of labels changed: objects look different though none was touched. */
    ATTRIBUTES,
    /** Frames of the job show other pictures now; what was drawn on them went. */
    HONEYPOTS,
    /** The task got the labels of another project. */
    MOVE,
    /** A former revision was put back. */
    RESTORE,
    /** A change set was taken back. */
    UNDO;

    /** Its name in the database and on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
