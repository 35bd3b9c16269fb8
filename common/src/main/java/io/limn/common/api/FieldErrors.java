package io.limn.common.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Faults of a body, in the shape of the body: messages per member, nested for objects, by position for lists. */
public final class FieldErrors {
    private final Map<String, Object> members = new LinkedHashMap<>();
    private Runnable onFirst = () -> {};

    /** Makes the faults of a nested object appear below a member as soon as there is one. */
    void link(FieldErrors outer, String member) {
        onFirst = () -> outer.nest(member, members);
    }

    /** The same for an item of a list: all items' faults appear, by position. */
    void link(FieldErrors outer, String member, List<Object> items) {
        onFirst = () -> outer.nest(member, items);
    }

    /** Adds a message to a member. */
    @SuppressWarnings("unchecked")
    public void add(String member, String message) {
        onFirst.run();
        ((List<Object>) members.computeIfAbsent(member, name -> new ArrayList<>())).add(message);
    }

    /** Sets what stands below a member: the faults of a nested object or list. */
    public void nest(String member, Object faults) {
        onFirst.run();
        members.put(member, faults);
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** Whether something is wrong with a member. */
    public boolean has(String member) {
        return members.containsKey(member);
    }

    /** The faults as they go out. */
    public Map<String, Object> toBody() {
        return members;
    }

    /**
     * Ends the reading of a body.
     *
     * @throws ApiException 400 with all faults when there are any
     */
    public void check() {
        if (!members.isEmpty()) {
            throw ApiException.of(400, members);
        }
    }
}
