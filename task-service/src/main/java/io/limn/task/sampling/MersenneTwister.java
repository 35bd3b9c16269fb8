package io.limn.task.sampling;

/** The generator MT19937 of Matsumoto and Nishimura, seeded as NumPy seeds it. */
final class MersenneTwister {
    private static final int LENGTH = 624;
    private static final int MIDDLE = 397;
    private static final int HIGH_BIT = 0x80000000;
    private static final int LOW_BITS = 0x7fffffff;
    private static final int MATRIX = 0x9908b0df;

    private final int[] state;
    private int position = LENGTH - 1;

    MersenneTwister(long seed) {
        state = new SeedSequence(seed).state(LENGTH);
        state[0] = HIGH_BIT;
    }

    /** The next 32 bits. */
    int next() {
        if (position == LENGTH) {
            regenerate();
        }
        int value = state[position];
        position++;
        value ^= value >>> 11;
        value ^= value << 7 & 0x9d2c5680;
        value ^= value << 15 & 0xefc60000;
        return value ^ value >>> 18;
    }

    private void regenerate() {
        for (int i = 0; i < LENGTH; i++) {
            int value = state[i] & HIGH_BIT | state[(i + 1) % LENGTH] & LOW_BITS;
            state[i] = state[(i + MIDDLE) % LENGTH] ^ value >>> 1 ^ ((value & 1) == 0 ? 0 : MATRIX);
        }
        position = 0;
    }
}
