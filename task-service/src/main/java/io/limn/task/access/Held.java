package io.limn.task.access;

import java.util.HashSet;
import java.util.Set;

/** Collects the relations that a user holds to an object. */
public final class Held {
    private final long user;
    private final Set<String> relations = new HashSet<>();

    private Held(long user) {
        this.user = user;
    }

    /** Starts for a user. */
    public static Held by(long user) {
        return new Held(user);
    }

    /** Adds a relation when the user is the one who has it. */
    public Held as(String relation, Long holder) {
        if (holder != null && holder == user) {
            relations.add(relation);
        }
        return this;
    }

    /** The relations held. */
    public Set<String> relations() {
        return relations;
    }
}
