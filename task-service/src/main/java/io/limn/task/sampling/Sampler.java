package io.limn.task.sampling;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/**
 * Draws at random. What it draws by a seed is the same for all time, on every machine, and what NumPy's generators draw
 * by it: people note the seed to get the same frames again, and move their tasks between servers.
 */
public final class Sampler {
    private static final int SMALL_POPULATION = 10_000;
    private static final int SPARSE = 20;
    private static final int SPARSE_SHUFFLED = 50;
    private static final long WORD = 0xffffffffL;
    private static final SecureRandom ENTROPY = new SecureRandom();

    private final MersenneTwister words;

    private Sampler(long seed) {
        words = new MersenneTwister(seed);
    }

    /** Draws by a seed, {@code null} for any. */
    public static Sampler of(Long seed) {
        return new Sampler(seed == null ? ENTROPY.nextLong() : seed);
    }

    /** A number from 0 to a last one, which is included; 0 costs no draw. */
    int upTo(int last) {
        if (last == 0) {
            return 0;
        }
        long count = last + 1L;
        long product = (words.next() & WORD) * count;
        if ((product & WORD) < count) {
            long threshold = ((1L << 32) - count) % count;
            while ((product & WORD) < threshold) {
                product = (words.next() & WORD) * count;
            }
        }
        return (int) (product >>> 32);
    }

    /**
     * Different numbers below a population, in the order in which they were drawn.
     *
     * @param count at most the population
     */
    public int[] choose(int population, int count) {
        return choose(population, count, SPARSE);
    }

    /** The same, in an order that is random as well. */
    public int[] chooseShuffled(int population, int count) {
        var chosen = choose(population, count, SPARSE_SHUFFLED);
        if (!isDense(population, count, SPARSE_SHUFFLED)) {
            for (int i = count - 1; i > 0; i--) {
                swap(chosen, i, upTo(i));
            }
        }
        return chosen;
    }

    private static boolean isDense(int population, int count, int sparse) {
        return population > SMALL_POPULATION && count > population / sparse;
    }

    private int[] choose(int population, int count, int sparse) {
        return isDense(population, count, sparse) ? tail(population, count) : floyd(population, count);
    }

    private int[] tail(int population, int count) {
        var numbers = new int[population];
        for (int i = 0; i < population; i++) {
            numbers[i] = i;
        }
        for (int i = population - 1; i >= Math.max(population - count, 1); i--) {
            swap(numbers, i, upTo(i));
        }
        var chosen = new int[count];
        System.arraycopy(numbers, population - count, chosen, 0, count);
        return chosen;
    }

    private int[] floyd(int population, int count) {
        var chosen = new int[count];
        var taken = new HashSet<Integer>();
        for (int last = population - count; last < population; last++) {
            int drawn = upTo(last);
            int number = taken.add(drawn) ? drawn : last;
            taken.add(number);
            chosen[last - population + count] = number;
        }
        return chosen;
    }

    private static void swap(int[] numbers, int one, int other) {
        int kept = numbers[one];
        numbers[one] = numbers[other];
        numbers[other] = kept;
    }

    /** Puts a list in random order. */
    public void shuffle(List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int mask = Integer.highestOneBit(i) * 2 - 1;
            int drawn = words.next() & mask;
            while (drawn > i) {
                drawn = words.next() & mask;
            }
            Collections.swap(list, i, drawn);
        }
    }
}
