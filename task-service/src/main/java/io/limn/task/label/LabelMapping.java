package io.limn.task.label;

import io.limn.common.api.ApiException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which labels and attributes of a project take the place of those that a task has so far.
 *
 * @param labels     by the ids of labels and parts of skeletons
 * @param attributes by the ids of their attributes
 */
public record LabelMapping(Map<Long, Long> labels, Map<Long, Long> attributes) {
    /**
     * Finds the counterparts: labels by their names, attributes by name, input type and values.
     *
     * @param current what the task has
     * @param target  what the project has
     * @param renames other names under which top-level labels are looked for, by their ids; skeletons keep theirs
     * @throws ApiException 400 when something has no counterpart
     */
    public static LabelMapping of(List<Label> current, List<Label> target, Map<Long, String> renames) {
        var pairs = new LinkedHashMap<Label, Label>();
        for (var label : current) {
            if (label.parentId() == null) {
                pairs.put(label, counterpart(label, current, target, renames));
                if (label.isSkeleton()) {
                    parts(label, current)
                            .forEach((name, part) -> pairs.put(
                                    part, parts(pairs.get(label), target).get(name)));
                }
            }
        }
        var mapping = new LabelMapping(new HashMap<>(), new HashMap<>());
        pairs.forEach(mapping::add);
        return mapping;
    }

    private static Label counterpart(Label label, List<Label> current, List<Label> target, Map<Long, String> renames) {
        var name = label.isSkeleton() ? label.name() : renames.getOrDefault(label.id(), label.name());
        return target.stream()
                .filter(candidate ->
                        candidate.parentId() == null && candidate.name().equals(name))
                .filter(candidate -> candidate.isSkeleton() == label.isSkeleton())
                .filter(candidate -> !label.isSkeleton()
                        || parts(candidate, target)
                                .keySet()
                                .equals(parts(label, current).keySet()))
                .findFirst()
                .orElseThrow(() ->
                        ApiException.body("All task or project label names must be mapped to the target project"));
    }

    private static Map<String, Label> parts(Label skeleton, List<Label> all) {
        return all.stream()
                .filter(label -> label.parentId() != null && label.parentId() == skeleton.id())
                .collect(Collectors.toMap(Label::name, label -> label));
    }

    private void add(Label label, Label counterpart) {
        labels.put(label.id(), counterpart.id());
        for (var attribute : label.attributes()) {
            var same = counterpart.attributes().stream()
                    .filter(candidate -> candidate.name().equals(attribute.name())
                            && candidate.inputType().equals(attribute.inputType())
                            && candidate.values().equals(attribute.values()))
                    .findFirst()
                    .orElseThrow(() -> ApiException.rule("Target project does not have \"" + counterpart.name()
                            + "\" label with \"" + attribute.name() + "\" attribute"));
            attributes.put(attribute.id(), same.id());
        }
    }
}
