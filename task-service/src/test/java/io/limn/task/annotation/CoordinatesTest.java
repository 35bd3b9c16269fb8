package io.limn.task.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoordinatesTest {
    @Test
    void everyWholeNumberGetsAFraction() {
        assertThat(Coordinates.asFractions("[1,2.5,-3,1e3,4.0]")).isEqualTo("[1.0,2.5,-3.0,1e3,4.0]");
        assertThat(Coordinates.asFractions("[]")).isEqualTo("[]");
    }
}
