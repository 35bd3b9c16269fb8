package io.limn.task.annotation;

import java.util.List;

/**
 * What a save did.
 *
 * @param created objects added
 * @param updated objects replaced under their ids
 * @param removed ids of objects that are gone
 */
record Revision(int created, int updated, List<Long> removed) {
    boolean isEmpty() {
        return created == 0 && updated == 0 && removed.isEmpty();
    }
}
