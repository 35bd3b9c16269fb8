package io.limn.task.sampling;

import java.util.ArrayList;
import java.util.List;

/** Spreads a seed over the words of a generator's state, as NumPy does, so that near seeds give unlike states. */
final class SeedSequence {
    private static final int POOL = 4;
    private static final int WORD = 32;

    private final int[] pool = new int[POOL];
    private int hash = 0x43b0d7e5;

    SeedSequence(long seed) {
        var words = words(seed);
        for (int i = 0; i < POOL; i++) {
            pool[i] = hash(i < words.size() ? words.get(i) : 0);
        }
        for (int source = 0; source < POOL; source++) {
            for (int target = 0; target < POOL; target++) {
                if (source != target) {
                    pool[target] = mix(pool[target], hash(pool[source]));
                }
            }
        }
    }

    /** The seed in words, the least significant first; 0 is one word. */
    private static List<Integer> words(long seed) {
        var words = new ArrayList<Integer>();
        long rest = seed;
        do {
            words.add((int) rest);
            rest >>>= WORD;
        } while (rest != 0);
        return words;
    }

    private int hash(int word) {
        int value = word ^ hash;
        hash *= 0x931e8875;
        value *= hash;
        return value ^ value >>> 16;
    }

    private static int mix(int left, int right) {
        int value = 0xca01f9dd * left - 0x4973f715 * right;
        return value ^ value >>> 16;
    }

    /** Words of a state. */
    int[] state(int length) {
        var state = new int[length];
        int factor = 0x8b51f9dd;
        for (int i = 0; i < length; i++) {
            int value = pool[i % POOL] ^ factor;
            factor *= 0x58f38ded;
            value *= factor;
            state[i] = value ^ value >>> 16;
        }
        return state;
    }
}
