package io.limn.task.annotation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of attributes in one request: most objects share a few sets of them, so equal ones are held once. */
final class RecurringAttributes {
    private static final int REMEMBERED = 2000;

    private final Map<List<Attribute>, List<Attribute>> known = new HashMap<>();

    /** An equal list that cannot be changed. */
    List<Attribute> shared(List<Attribute> attributes) {
        var found = known.get(attributes);
        if (found == null) {
            found = List.copyOf(attributes);
            if (known.size() < REMEMBERED) {
                known.put(found, found);
            }
        }
        return found;
    }
}
