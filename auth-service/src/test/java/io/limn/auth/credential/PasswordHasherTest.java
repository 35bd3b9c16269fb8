package io.limn.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private final Argon2Hasher argon2 = new Argon2Hasher();
    private final Pbkdf2Hasher pbkdf2 = new Pbkdf2Hasher();

    @Test
    void aHashFitsItsPasswordAlone() {
        var stored = argon2.hash("Zq7!4419-8362");

        assertThat(stored).startsWith("argon2$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(argon2.fits("Zq7!4419-8362", stored)).isTrue();
        assertThat(argon2.fits("Zq7!4419-8363", stored)).isFalse();
        assertThat(argon2.hash("Zq7!4419-8362")).isNotEqualTo(stored);
        assertThat(argon2.isOutdated(stored)).isFalse();
    }

    @Test
    void weakerParametersAreOutdated() {
        var weak = "argon2$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$MTIzNDU2Nzg5MDEyMzQ1Ng";

        assertThat(argon2.isOutdated(weak)).isTrue();
        assertThat(argon2.fits("x", weak)).isFalse();
    }

    /** RFC 7914, section 11, test vector of PBKDF2-HMAC-SHA-256 with one iteration (first 32 bytes). */
    @Test
    void importedHashesAreChecked() {
        var vector = "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc";
        var hash = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(vector));

        assertThat(pbkdf2.fits("passwd", "pbkdf2_sha256$1$salt$" + hash)).isTrue();
        assertThat(pbkdf2.fits("password", "pbkdf2_sha256$1$salt$" + hash)).isFalse();
    }

    @Test
    void damagedHashesFitNothing() {
        for (var stored : new String[] {
            "",
            "argon2$",
            "argon2$argon2id$v=19$m=9999999,t=2,p=1$AAAA$AAAA",
            "argon2$argon2id$v=19$m=1,t=2,p=9$AAAA$AAAA"
        }) {
            assertThat(argon2.fits("x", stored)).isFalse();
        }
        for (var stored :
                new String[] {"", "pbkdf2_sha256$0$salt$AAAA", "pbkdf2_sha256$1$$AAAA", "pbkdf2_sha256$1$a$?"}) {
            assertThat(pbkdf2.fits("x", stored)).isFalse();
        }
        assertThat(new SaltedMd5Hasher().fits("x", "md5$" + new String(new byte[0], StandardCharsets.UTF_8)))
                .isFalse();
    }
}
