package io.limn.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealerTest {
    private final Sealer sealer = new Sealer(Optional.of("one secret"));
    private final Sealer without = new Sealer(Optional.empty());

    @Test
    void whatIsSealedCanBeOpenedWithTheSameSecretAlone() {
        var sealed = sealer.seal("key");

        assertThat(sealed).doesNotContain("key").isNotEqualTo(sealer.seal("key"));
        assertThat(sealer.open(sealed)).contains("key");
        assertThat(new Sealer(Optional.of("another")).open(sealed)).isEmpty();
        assertThat(without.open(sealed)).isEmpty();
    }

    @Test
    void damageIsNoticed() {
        var sealed = sealer.seal("key");

        assertThat(sealer.open(sealed.substring(0, sealed.length() - 4) + "AAAA"))
                .isEmpty();
        assertThat(sealer.open("aes-gcm:AAAA")).isEmpty();
        assertThat(sealer.open("aes-gcm:")).isEmpty();
        assertThat(sealer.open("something")).isEmpty();
    }

    @Test
    void textsOfTheTimeBeforeTheSecretAreFoundAndSealed() {
        var clear = without.seal("key");

        assertThat(sealer.open(clear)).contains("key");
        assertThat(sealer.isOpen(clear)).isTrue();
        assertThat(without.isOpen(clear)).isFalse();
    }
}
