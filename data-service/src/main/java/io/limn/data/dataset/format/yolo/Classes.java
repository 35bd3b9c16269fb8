package io.limn.data.dataset.format.yolo;

import io.limn.data.dataset.content.Label;
import io.limn.data.dataset.content.Labels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The numbered classes of a dataset: labels in their order, behind them those of points of skeletons. */
public final class Classes {
    private final Labels source;
    private final List<Label> labels;
    private final Map<Long, Integer> indexes = new HashMap<>();

    private Classes(Labels source, List<Label> labels) {
        this.source = source;
        this.labels = labels;
        for (var label : labels) {
            indexes.put(label.id(), indexes.size());
        }
    }

    /** Of all labels. */
    public static Classes all(Labels labels) {
        return new Classes(
                labels,
                Stream.concat(labels.top().stream(), labels.all().stream().filter(Label::isPart))
                        .toList());
    }

    /** Of skeletons only. */
    public static Classes skeletons(Labels labels) {
        return new Classes(
                labels, labels.top().stream().filter(Label::isSkeleton).toList());
    }

    /** The number of a label, from 0. */
    public int index(Label label) {
        return indexes.get(label.id());
    }

    /** Whether a label is one of them. */
    public boolean has(Label label) {
        return indexes.containsKey(label.id());
    }

    /** Their labels in order. */
    public List<Label> labels() {
        return labels;
    }

    /** The labels that they were chosen from. */
    public Labels source() {
        return source;
    }

    /** Their names in order. */
    public List<String> names() {
        return labels.stream().map(Label::name).toList();
    }
}
