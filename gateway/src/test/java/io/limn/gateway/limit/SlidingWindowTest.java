package io.limn.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final SlidingWindow window = new SlidingWindow();

    private Optional<Duration> callAt(int second) {
        return window.enter(Duration.ofSeconds(second).toNanos(), 2, WINDOW);
    }

    @Test
    void callsPassUntilThereAreEnough() {
        assertThat(callAt(0)).isEmpty();
        assertThat(callAt(10)).isEmpty();
        assertThat(callAt(20)).contains(Duration.ofSeconds(40));
    }

    @Test
    void theWindowSlides() {
        callAt(0);
        callAt(10);
        assertThat(callAt(60)).isEmpty();
        assertThat(callAt(61)).contains(Duration.ofSeconds(9));
        assertThat(callAt(70)).isEmpty();
    }
}
