package io.limn.task.frameplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoneypotMixTest {
    private static final List<Integer> FIFTEEN = IntStream.range(0, 15).boxed().toList();

    @Test
    void theSameSeedMixesTheSameFilesInTheSameWay() {
        var mix = HoneypotMix.of(manual(List.of(1, 4), 7L), FIFTEEN.subList(0, 8), 3);
        assertThat(mix.jobs()).containsExactly(List.of(7, 2, 6, 1), List.of(3, 0, 5, 4));
        assertThat(mix.order()).containsExactly(7, 2, 6, 1, 3, 0, 5, 4, 1, 4);
        assertThat(mix.layout().honeypots()).containsExactly(3, 7);
        assertThat(mix.layout().realFrames()).containsExactly(8, 9);
        assertThat(mix.layout().frames()).containsExactly(8, 9);
    }

    @Test
    void theOrderOfTheFilesDoesNotMatter() {
        var turned = new ArrayList<>(FIFTEEN);
        Collections.reverse(turned);
        assertThat(HoneypotMix.of(random(5, null, 2, 1L), turned, 4))
                .isEqualTo(HoneypotMix.of(random(5, null, 2, 1L), FIFTEEN, 4));
    }

    @Test
    void eachJobHasItsFramesAndHoneypotsBesides() {
        var mix = HoneypotMix.of(random(5, null, 2, 3L), FIFTEEN, 4);
        assertThat(mix.jobs()).extracting(List::size).containsExactly(6, 6, 4);
        assertThat(mix.pool()).hasSize(5).isSorted();
        assertThat(mix.order()).hasSize(21).containsAll(FIFTEEN);
        assertThat(mix.jobs()).allSatisfy(job -> assertThat(job).doesNotHaveDuplicates());
    }

    @Test
    void sharesAreAtLeastOneFrame() {
        var mix = HoneypotMix.of(random(null, 0.01, 1, null), FIFTEEN, 0);
        assertThat(mix.pool()).hasSize(1);
        assertThat(mix.jobs()).hasSize(1);
    }

    @Test
    void tooMuchIsRefused() {
        refused(random(15, null, 1, null), "The number of validation frames requested (15) must be less");
        refused(random(null, 1.0, 1, null), "too few non-honeypot frames left");
        refused(manual(FIFTEEN, null), "too few non-honeypot frames left");
        refused(random(2, null, 3, null), "frames per job (3) is greater than the validation pool size (2)");
        refused(random(null, 0.0, 1, null), "The number of validation frames is not specified");
        refused(manual(List.of(), null), "The number of validation frames is not specified");
    }

    private static void refused(ValidationChoice choice, String message) {
        assertThatThrownBy(() -> HoneypotMix.of(choice, FIFTEEN, 4))
                .isInstanceOf(UnsuitableChoiceException.class)
                .hasMessageContaining(message);
    }

    private static ValidationChoice manual(List<Integer> frames, Long seed) {
        return new ValidationChoice("gt_pool", "manual", frames, null, null, 1, null, seed, null);
    }

    private static ValidationChoice random(Integer count, Double share, int perJob, Long seed) {
        return new ValidationChoice("gt_pool", "random_uniform", List.of(), count, share, perJob, null, seed, null);
    }
}
