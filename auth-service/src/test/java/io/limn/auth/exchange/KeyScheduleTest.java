package io.limn.auth.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private final KeySchedule schedule =
            new KeySchedule(Duration.ofDays(30), Duration.ofMinutes(15), Duration.ofMinutes(15));

    private record Key(Instant signsFrom) implements KeySchedule.Timed {}

    private static Key days(long days) {
        return new Key(NOW.plus(Duration.ofDays(days)));
    }

    @Test
    void theFirstKeySignsAtOnce() {
        assertThat(schedule.next(List.of(), NOW)).contains(NOW);
    }

    @Test
    void aYoungKeyNeedsNoSuccessor() {
        assertThat(schedule.next(List.of(days(-5)), NOW)).isEmpty();
    }

    @Test
    void theSuccessorIsMadeAheadOfItsTime() {
        var old = new Key(NOW.minus(Duration.ofDays(30)).plus(Duration.ofMinutes(10)));

        assertThat(schedule.next(List.of(old), NOW)).contains(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void oneSuccessorIsEnough() {
        var next = new Key(NOW.plusSeconds(60));

        assertThat(schedule.next(List.of(days(-40), next), NOW)).isEmpty();
        assertThat(KeySchedule.signing(List.of(days(-40), next), NOW)).contains(days(-40));
    }

    @Test
    void aKeyGoesWhenItsTokensHaveEnded() {
        var old = days(-40);
        var fresh = new Key(NOW.minus(Duration.ofMinutes(10)));

        assertThat(schedule.ended(List.of(old, fresh), NOW)).isEmpty();
        assertThat(schedule.ended(List.of(old, fresh), NOW.plus(Duration.ofMinutes(6))))
                .containsExactly(old);
    }
}
