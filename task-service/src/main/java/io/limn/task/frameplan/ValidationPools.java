package io.limn.task.frameplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Tells the other capabilities where the honeypots of tasks are. */
@ApplicationScoped
public class ValidationPools {
    private final ValidationLayouts layouts;

    ValidationPools(ValidationLayouts layouts) {
        this.layouts = layouts;
    }

    /** The validation frames of a task, empty when it has no honeypots. */
    public Optional<ValidationPool> of(long task) {
        return layouts.find(task).filter(ValidationLayout::hasHoneypots).map(layout -> {
            var places = new TreeMap<Integer, List<Integer>>();
            for (int frame : layout.frames()) {
                places.put(frame, new ArrayList<>());
            }
            for (int i = 0; i < layout.honeypots().length; i++) {
                places.get(layout.realFrames()[i]).add(layout.honeypots()[i]);
            }
            return new ValidationPool(places);
        });
    }
}
