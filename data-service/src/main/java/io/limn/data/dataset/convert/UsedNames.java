package io.limn.data.dataset.convert;

import java.util.Arrays;

/**
 * Remembers names in eight bytes each. Two of some billions may be taken for the same, which gives one of them another
 * name than it could have had, never the same.
 */
public final class UsedNames {
    private static final long EMPTY = 0;

    private long[] slots = new long[1024];
    private int count;

    /** Remembers a name; false when it was there before. */
    public boolean add(String name) {
        if (count * 2 >= slots.length) {
            grow();
        }
        return put(slots, hash(name));
    }

    private boolean put(long[] into, long hash) {
        int at = (int) (hash & (into.length - 1));
        while (into[at] != EMPTY) {
            if (into[at] == hash) {
                return false;
            }
            at = (at + 1) & (into.length - 1);
        }
        into[at] = hash;
        count++;
        return true;
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        count = 0;
        Arrays.stream(slots).filter(hash -> hash != EMPTY).forEach(hash -> put(larger, hash));
        slots = larger;
    }

    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 29;
        return hash == EMPTY ? 1 : hash;
    }
}
