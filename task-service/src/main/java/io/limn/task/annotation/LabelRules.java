package io.limn.task.annotation;

import io.limn.common.api.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the labels of a task demand of its annotations.
 *
 * @param labels attributes of each label and sublabel, by the label's id
 */
record LabelRules(Map<Long, List<Spec>> labels) {
    /**
     * An attribute of a label.
     *
     * @param id           its id
     * @param mutable      whether it can change along a track
     * @param checkbox     whether its values are {@code true} and {@code false}
     * @param defaultValue what holds where nothing was set
     */
    record Spec(long id, boolean mutable, boolean checkbox, String defaultValue) {}

    /**
     * The same annotation with values in the form in which they are kept.
     *
     * @throws ApiException 400 when a label or an attribute does not belong to the task
     */
    Annotation check(Annotation annotation) {
        var specs = specs(annotation.label());
        Predicate<Spec> own = annotation.kind() == Kind.TRACK ? spec -> !spec.mutable() : spec -> true;
        var keyframes = annotation.keyframes() == null
                ? null
                : annotation.keyframes().stream()
                        .map(keyframe -> new Keyframe(
                                keyframe.id(),
                                keyframe.frame(),
                                keyframe.geometry(),
                                check(keyframe.attributes(), specs, Spec::mutable)))
                        .toList();
        var elements = annotation.elements() == null
                ? null
                : annotation.elements().stream().map(this::check).toList();
        return new Annotation(
                annotation.kind(),
                annotation.id(),
                annotation.frame(),
                annotation.label(),
                annotation.group(),
                annotation.source(),
                check(annotation.attributes(), specs, own),
                annotation.geometry(),
                keyframes,
                elements);
    }

    private List<Spec> specs(long label) {
        var specs = labels.get(label);
        if (specs == null) {
            throw ApiException.rule("label_id `" + label + "` is invalid");
        }
        return specs;
    }

    private static List<Attribute> check(List<Attribute> attributes, List<Spec> specs, Predicate<Spec> allowed) {
        if (attributes.isEmpty()) {
            return attributes;
        }
        return attributes.stream()
                .map(attribute -> {
                    var spec = specs.stream()
                            .filter(candidate -> candidate.id() == attribute.spec() && allowed.test(candidate))
                            .findFirst()
                            .orElseThrow(() -> ApiException.rule("spec_id `" + attribute.spec() + "` is invalid"));
                    return spec.checkbox() ? new Attribute(spec.id(), lowerFlag(attribute.value())) : attribute;
                })
                .toList();
    }

    /** Checkboxes are told {@code True} by some clients and {@code true} by others: one form is kept. */
    private static String lowerFlag(String value) {
        return value.equals("True") ? "true" : value.equals("False") ? "false" : value;
    }

    /** Stored values, then the defaults of what has none; {@code before} are values that go before the defaults. */
    List<Attribute> filled(long label, List<Attribute> stored, List<Attribute> before, Predicate<Spec> shown) {
        var specs = labels.getOrDefault(label, List.of());
        if (specs.isEmpty()) {
            return stored;
        }
        var all = new ArrayList<>(stored);
        for (var spec : specs) {
            if (shown.test(spec) && !contains(stored, spec.id())) {
                all.add(before.stream()
                        .filter(value -> value.spec() == spec.id())
                        .findFirst()
                        .orElseGet(() -> new Attribute(spec.id(), spec.defaultValue())));
            }
        }
        return all;
    }

    private static boolean contains(List<Attribute> attributes, long spec) {
        return attributes.stream().anyMatch(attribute -> attribute.spec() == spec);
    }
}
