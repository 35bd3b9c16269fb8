package io.limn.task.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssetAnswerTest {
    @Test
    void aNameBeyondAsciiIsSentTwice() {
        assertThat(AssetAnswer.inline("no\u00ebl \"1\".pdf"))
                .isEqualTo("inline; filename=\"noel \\\"1\\\".pdf\"; filename*=UTF-8''no%C3%ABl%20%221%22.pdf");
    }

    @Test
    void aPlainNameIsSentOnce() {
        assertThat(AssetAnswer.inline("a  b.png")).isEqualTo("inline; filename=\"a b.png\"");
    }
}
