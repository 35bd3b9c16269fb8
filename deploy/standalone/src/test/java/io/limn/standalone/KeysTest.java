package io.limn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @TempDir
    Path folder;

    @Test
    void everyServiceHasAKeyThatOnlyItsOwnerReads() throws Exception {
        Keys keys = Keys.in(folder);

        for (Service service : Service.values()) {
            Path file = keys.privateKey(service);
            assertThat(Files.getPosixFilePermissions(file))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            assertThat(JsonWebKey.Factory.newJwk(Files.readString(file)).getKeyId())
                    .isEqualTo(service.folder());
        }
    }

    @Test
    void thePublicFileHoldsAllKeysAndNoPrivatePart() throws Exception {
        String text = Files.readString(Keys.in(folder).publicKeys());

        List<JsonWebKey> all = new JsonWebKeySet(text).getJsonWebKeys();
        assertThat(all).hasSize(Service.values().length).allMatch(key -> key.getAlgorithm()
                .equals("ES256"));
        assertThat(text).doesNotContain("\"d\"");
    }

    @Test
    void keysStayTheSameAtTheNextStart() throws IOException {
        Keys first = Keys.in(folder);
        String key = Files.readString(first.privateKey(Service.TASK));
        String password = first.databasePassword();

        Keys second = Keys.in(folder);

        assertThat(Files.readString(second.privateKey(Service.TASK))).isEqualTo(key);
        assertThat(second.databasePassword()).isEqualTo(password);
    }

    @Test
    void aKeyThatIsMissingIsMadeAndAddedToThePublicOnes() throws IOException {
        Keys keys = Keys.in(folder);
        String before = Files.readString(keys.publicKeys());
        Files.delete(keys.privateKey(Service.LAMBDA));

        Keys.in(folder);

        assertThat(Files.readString(keys.publicKeys())).isNotEqualTo(before).contains("lambda-service");
    }
}
