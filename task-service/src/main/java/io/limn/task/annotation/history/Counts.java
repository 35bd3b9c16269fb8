package io.limn.task.annotation.history;

/**
 * How many objects a revision touched.
 *
 * @param created objects added
 * @param updated objects replaced under their ids
 * @param deleted objects that are gone
 */
public record Counts(int created, int updated, int deleted) {
    /** Nothing was touched. */
    public static final Counts NONE = new Counts(0, 0, 0);

    /** Whether nothing was touched. */
    public boolean isEmpty() {
        return created == 0 && updated == 0 && deleted == 0;
    }
}
