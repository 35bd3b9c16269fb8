package io.limn.data.cloudstorage;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a cloud storage demands of those who enter. Never shown and never logged.
 *
 * @param type    what counts
 * @param members the secrets by their names in the API
 */
public record Credentials(CredentialsType type, Map<String, String> members) {
    /** Drops what does not count for the type, and what is blank. */
    public Credentials {
        var counting = new TreeMap<>(members);
        counting.keySet().retainAll(type.members());
        counting.values().removeIf(String::isBlank);
        members = Map.copyOf(counting);
    }

    /** A secret, {@code null} when there is none. */
    public String get(String member) {
        return members.get(member);
    }

    /** Whether there is a secret of that name. */
    public boolean has(String member) {
        return members.containsKey(member);
    }

    /** The secrets with some of them replaced; of another type nothing is left but the new ones. */
    Credentials with(CredentialsType newType, Map<String, String> changed) {
        var all = new TreeMap<String, String>();
        if (newType == type) {
            all.putAll(members);
        }
        all.putAll(changed);
        return new Credentials(newType, all);
    }

    @Override
    public String toString() {
        return type.name();
    }
}
