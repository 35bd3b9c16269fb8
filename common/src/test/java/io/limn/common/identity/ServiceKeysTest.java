package io.limn.common.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceKeysTest {
    @TempDir
    Path folder;

    @Test
    void eachServiceGetsAKeyAndAllPublicKeysAreInOneFile() throws Exception {
        ServiceKeys.main(new String[] {folder.toString(), "gateway", "task-service"});

        var published = Files.readString(folder.resolve("services.jwks.json"));
        assertThat(new JsonWebKeySet(published).getJsonWebKeys())
                .extracting("keyId")
                .containsExactly("gateway", "task-service");
        assertThat(published).doesNotContain("\"d\"");
        assertThat(Files.readString(folder.resolve("gateway.jwk.json"))).contains("\"d\"");
    }

    @Test
    void keysThatAreThereStay() throws Exception {
        ServiceKeys.main(new String[] {folder.toString(), "gateway"});
        var first = Files.readString(folder.resolve("gateway.jwk.json"));

        ServiceKeys.main(new String[] {folder.toString(), "gateway", "task-service"});

        assertThat(folder.resolve("gateway.jwk.json")).hasContent(first);
        assertThat(folder.resolve("task-service.jwk.json")).exists();
    }
}
