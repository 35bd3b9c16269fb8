package io.limn.task.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplerTest {
    @Test
    void aSeedGivesTheSameWordsForEver() {
        assertThat(words(42, 5)).containsExactly(2327846034L, 3904886566L, 2661450408L, 1733955692L, 246401338L);
        assertThat(words(0, 3)).containsExactly(2058676884L, 2606108953L, 1230491694L);
        assertThat(words(1, 5)).containsExactly(1033693557L, 3869576402L, 3133530284L, 467933012L, 2398292403L);
    }

    @Test
    void choosesFramesByASeed() {
        assertThat(choose(42, 10, 3)).containsExactly(4, 8, 6);
        assertThat(choose(42, 25, 3)).containsExactly(12, 21, 15);
        assertThat(choose(42, 15, 5)).containsExactly(5, 10, 8, 13, 0);
        assertThat(choose(1, 15, 5)).containsExactly(2, 10, 9, 1, 8);
        assertThat(choose(2, 15, 5)).containsExactly(7, 8, 12, 4, 11);
        assertThat(choose(5, 15, 5)).containsExactly(3, 5, 6, 11, 12);
    }

    @Test
    void choosesFramesInRandomOrder() {
        assertThat(Sampler.of(42L).chooseShuffled(15, 5)).containsExactly(5, 8, 10, 0, 13);
    }

    @Test
    void shufflesByASeed() {
        var list = new ArrayList<>(IntStream.range(0, 10).boxed().toList());
        Sampler.of(42L).shuffle(list);
        assertThat(list).containsExactly(1, 8, 5, 3, 7, 9, 4, 0, 6, 2);
    }

    @Test
    void aLargeShareOfManyIsChosenOnceEach() {
        var chosen = Sampler.of(7L).choose(20_000, 15_000);
        assertThat(Arrays.stream(chosen).boxed().collect(Collectors.toSet())).hasSize(15_000);
        assertThat(Arrays.stream(chosen).max().orElse(0)).isLessThan(20_000);
        assertThat(Sampler.of(7L).chooseShuffled(20_000, 20_000)).doesNotHaveDuplicates();
    }

    @Test
    void withoutASeedEveryDrawIsAnother() {
        assertThat(Sampler.of(null).choose(1_000_000, 9))
                .isNotEqualTo(Sampler.of(null).choose(1_000_000, 9));
    }

    @Test
    void oneOfOneNeedsNoDraw() {
        assertThat(Sampler.of(3L).choose(1, 1)).containsExactly(0);
        assertThat(Sampler.of(3L).choose(5, 0)).isEmpty();
    }

    @Test
    void numbersLieAtTheirRemainder() {
        assertThat(HashOrder.of(new TreeSet<>(List.of(5, 6, 7, 8)), 0)).containsExactly(8, 5, 6, 7);
        assertThat(HashOrder.of(new TreeSet<>(List.of(9, 10, 11, 12)), 1)).containsExactly(9, 10, 11, 12);
    }

    @Test
    void whatWasTakenLeastIsTakenFirst() {
        var counts = new UseCounts(List.of(3, 1, 2));
        assertThat(counts.take(2)).containsExactly(3, 1);
        assertThat(counts.take(2)).containsExactly(2, 3);
        assertThat(counts.take(3)).containsExactlyInAnyOrder(1, 2, 3);
        counts.use(99);
        assertThat(counts.take(9)).hasSize(3);
    }

    private static List<Long> words(long seed, int count) {
        var words = new MersenneTwister(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> words.next() & 0xffffffffL)
                .toList();
    }

    private static int[] choose(long seed, int population, int count) {
        return Sampler.of(seed).choose(population, count);
    }
}
