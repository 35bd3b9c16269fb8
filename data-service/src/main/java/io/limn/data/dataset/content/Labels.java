package io.limn.data.dataset.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The labels of a project or a task in the order of their ids, those of the points of skeletons among them. */
public final class Labels {
    private record Place(String parent, String name) {}

    private final List<Label> all;
    private final Map<Long, Label> byId = new HashMap<>();
    private final Map<Place, Label> byName = new HashMap<>();
    private final Map<Place, Integer> indexes = new HashMap<>();

    /** Of labels in their order. */
    public Labels(List<Label> all) {
        this.all = List.copyOf(all);
        for (var label : all) {
            var place = new Place(label.parent(), label.name());
            byId.put(label.id(), label);
            indexes.putIfAbsent(place, byName.size());
            byName.putIfAbsent(place, label);
        }
    }

    /** All of them; the index in this list is the class index of most formats. */
    public List<Label> all() {
        return all;
    }

    /** Those that are not for points of skeletons. */
    public List<Label> top() {
        return all.stream().filter(label -> !label.isPart()).toList();
    }

    /** The label of an id, {@code null} when there is none. */
    public Label byId(long id) {
        return byId.get(id);
    }

    /** The label of a name that is not for points of a skeleton, {@code null} when there is none. */
    public Label find(String name) {
        return byName.get(new Place("", name));
    }

    /** The label of the points of a skeleton, {@code null} when there is none. */
    public Label find(String parent, String name) {
        return byName.get(new Place(parent, name));
    }

    /** The place of a label among {@link #all()}, -1 when it is not there. */
    public int index(Label label) {
        return indexes.getOrDefault(new Place(label.parent(), label.name()), -1);
    }

    /** The labels of the points of a skeleton in the order of its drawing. */
    public List<Label> parts(Label skeleton) {
        var parts = new ArrayList<Label>();
        for (var name : skeleton.points()) {
            var part = find(skeleton.name(), name);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }
}
