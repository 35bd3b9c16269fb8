package io.limn.data.dataset.format.labelme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which objects of a frame belong together: those that name each other as parts. */
final class PartGroups {
    private final Map<String, String> leaders = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    PartGroups(List<Parsed> objects) {
        for (var object : objects) {
            for (var part : object.parts) {
                join(object.id, part);
            }
            join(object.partOf, object.id);
        }
    }

    private void join(String one, String other) {
        if (!one.isEmpty() && !other.isEmpty()) {
            leaders.put(leader(other), leader(one));
            leaders.remove(leader(one), leader(one));
        }
    }

    private String leader(String id) {
        var at = id;
        for (var next = leaders.get(at); next != null && !next.equals(at); next = leaders.get(at)) {
            at = next;
        }
        return at;
    }

    /** The number of an object's group, 0 for none. */
    int of(Parsed object) {
        if (object.id.isEmpty()) {
            return 0;
        }
        return numbers.computeIfAbsent(leader(object.id), id -> numbers.size() + 1);
    }
}
