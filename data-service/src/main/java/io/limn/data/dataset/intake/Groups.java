package io.limn.data.dataset.intake;

import io.limn.data.dataset.content.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Numbers groups anew on each frame, from 1 in the order of their old numbers; what is alone in one has none. */
final class Groups {
    private final Map<Integer, Integer> last = new HashMap<>();

    /** Shapes of a frame that came together. */
    List<Shape> renumber(int frame, List<Shape> shapes) {
        var members = new TreeMap<Integer, Integer>();
        for (var shape : shapes) {
            if (shape.group() != 0) {
                members.merge(shape.group(), 1, Integer::sum);
            }
        }
        if (members.isEmpty()) {
            return shapes;
        }
        var numbers = new HashMap<Integer, Integer>();
        members.forEach((group, count) -> {
            if (count > 1) {
                numbers.put(group, last.merge(frame, 1, Integer::sum));
            }
        });
        var renumbered = new ArrayList<Shape>(shapes.size());
        for (var shape : shapes) {
            renumbered.add(shape.group() == 0 ? shape : shape.withGroup(numbers.getOrDefault(shape.group(), 0)));
        }
        return renumbered;
    }
}
