package io.limn.task.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelColorsTest {
    @Test
    void wellKnownNamesHaveTheirPlaceInTheColourMap() {
        assertThat(LabelColors.choose("car", List.of())).isEqualTo("#2080c0");
        assertThat(LabelColors.choose("Cat", List.of())).isEqualTo("#6080c0");
        assertThat(LabelColors.choose("dog", List.of())).isEqualTo("#406040");
        assertThat(LabelColors.choose("traffic light", List.of())).isEqualTo("#d0a000");
    }

    @Test
    void otherNamesHaveTheColourOfTheirHash() {
        assertThat(LabelColors.choose("label_0", List.of())).isEqualTo("#bde94a");
        assertThat(LabelColors.choose("dog2", List.of())).isEqualTo("#d5dbdf");
        assertThat(LabelColors.choose("l1", List.of())).isEqualTo("#cd84ab");
        assertThat(LabelColors.choose("new name", List.of())).isEqualTo("#b9f585");
        assertThat(LabelColors.choose("été", List.of())).isEqualTo("#4d96c6");
    }

    @Test
    void aTintIsTakenWhenASiblingHasTheColour() {
        assertThat(LabelColors.choose("Car", List.of("#2080C0"))).isEqualTo("#368cc6");
    }

    @Test
    void theHashIsBlake2s() {
        assertThat(HexFormat.of().formatHex(Blake2s.digest("abc".getBytes(StandardCharsets.US_ASCII), 32)))
                .isEqualTo("508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982");
    }
}
