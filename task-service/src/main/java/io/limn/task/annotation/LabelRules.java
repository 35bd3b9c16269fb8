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
        var attributes = check(annotation.attributes(), specs, own);
        if (annotation.keyframes() == null && annotation.parts().isEmpty() && attributes == annotation.attributes()) {
            return annotation;
        }
        var keyframes = annotation.keyframes() == null
                ? null
                : annotation.keyframes().stream()
                        .map(keyframe -> keyframe.withAttributes(check(keyframe.attributes(), specs, Spec::mutable)))
                        .toList();
        var elements = annotation.elements() == null
                ? null
                : annotation.elements().stream().map(this::check).toList();
        return annotation.withAttributes(attributes).withParts(annotation.frame(), keyframes, elements);
    }

    private List<Spec> specs(long label) {
        var specs = labels.get(label);
        if (specs == null) {
            throw ApiException.rule("label_id `" + label + "` is invalid");
        }
        return specs;
    }

    /** The same list when nothing is changed. */
    private static List<Attribute> check(List<Attribute> attributes, List<Spec> specs, Predicate<Spec> allowed) {
        var checked = attributes;
        for (int i = 0; i < attributes.size(); i++) {
            var attribute = attributes.get(i);
            var spec = find(specs, attribute.spec());
            if (spec == null || !allowed.test(spec)) {
                throw ApiException.rule("spec_id `" + attribute.spec() + "` is invalid");
            }
            var value = spec.checkbox() ? lowerFlag(attribute.value()) : attribute.value();
            if (!value.equals(attribute.value())) {
                checked = checked == attributes ? new ArrayList<>(attributes) : checked;
                checked.set(i, new Attribute(spec.id(), value));
            }
        }
        return checked;
    }

    private static Spec find(List<Spec> specs, long id) {
        for (var spec : specs) {
            if (spec.id() == id) {
                return spec;
            }
        }
        return null;
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
        for (var attribute : attributes) {
            if (attribute.spec() == spec) {
                return true;
            }
        }
        return false;
    }
}
