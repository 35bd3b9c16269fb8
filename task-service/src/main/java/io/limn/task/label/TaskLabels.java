package io.limn.task.label;

import java.util.List;
import java.util.Optional;

/**
 * The labels that hold in a task.
 *
 * @param owner whose they are: the task's project when it has one, else the task
 * @param all   labels and the parts of skeletons, by id
 */
public record TaskLabels(LabelOwner owner, List<Label> all) {
    /** A label or part by its id. */
    public Optional<Label> find(long id) {
        return all.stream().filter(label -> label.id() == id).findFirst();
    }
}
