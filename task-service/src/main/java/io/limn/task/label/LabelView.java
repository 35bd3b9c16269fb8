package io.limn.task.label;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A label as the API shows it; members that do not apply are absent. */
record LabelView(
        long id,
        String name,
        String color,
        List<LabelAttribute> attributes,
        String type,
        @JsonInclude(JsonInclude.Include.NON_NULL) String svg,
        List<Part> sublabels,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long projectId,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long taskId,
        Long parentId,
        boolean hasParent) {

    /** A part of a skeleton. */
    record Part(long id, String name, String color, List<LabelAttribute> attributes, String type, boolean hasParent) {}

    static LabelView of(Label label, List<Label> all) {
        return new LabelView(
                label.id(),
                label.name(),
                label.color(),
                label.attributes(),
                label.type(),
                label.svg(),
                all.stream()
                        .filter(part -> part.parentId() != null && part.parentId() == label.id())
                        .map(part ->
                                new Part(part.id(), part.name(), part.color(), part.attributes(), part.type(), true))
                        .toList(),
                label.owner().projectId(),
                label.owner().taskId(),
                label.parentId(),
                label.parentId() != null);
    }
}
