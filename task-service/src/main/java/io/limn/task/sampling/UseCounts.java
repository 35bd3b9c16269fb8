package io.limn.task.sampling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Counts how often each of some numbers was taken, and gives those that were taken least. Counts of numbers that are
 * only taken here never differ by more than one.
 */
public final class UseCounts {
    private final List<LinkedHashSet<Integer>> byCount = new ArrayList<>();

    /** Numbers that were never taken; among those with one count the first is given first. */
    public UseCounts(List<Integer> numbers) {
        byCount.add(new LinkedHashSet<>(numbers));
    }

    /** Notes that a number was taken once more; one that is not counted is passed over. */
    public void use(int number) {
        for (int count = 0; count < byCount.size(); count++) {
            if (byCount.get(count).contains(number)) {
                move(number, count);
                return;
            }
        }
    }

    private void move(int number, int count) {
        if (count + 1 == byCount.size()) {
            byCount.add(new LinkedHashSet<>());
        }
        byCount.get(count).remove(number);
        byCount.get(count + 1).add(number);
    }

    /** Takes different numbers, at most as many as there are, those taken least first. */
    public List<Integer> take(int count) {
        var taken = byCount.stream().flatMap(LinkedHashSet::stream).limit(count).toList();
        taken.forEach(this::use);
        return taken;
    }
}
