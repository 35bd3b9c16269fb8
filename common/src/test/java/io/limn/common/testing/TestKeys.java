package io.limn.common.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The signing keys of the tests, in files of a temporary folder: one per service, and the one that signs user tokens. */
final class TestKeys {
    static final String USERS = "users";

    private static final List<String> SERVICES = List.of(
            "gateway",
            "auth-service",
            "task-service",
            "data-service",
            "lambda-service",
            "common",
            "standalone",
            "bench");

    private final Path folder;

    private TestKeys(Path folder) {
        this.folder = folder;
    }

    static TestKeys shared() {
        return new TestKeys(Path.of(JvmWide.<String>once("keys", TestKeys::make)));
    }

    /** Private key, named after its service. */
    Path key(String name) {
        return folder.resolve(name + ".jwk.json");
    }

    Path serviceKeys() {
        return folder.resolve("services.jwks.json");
    }

    Path userKeys() {
        return folder.resolve("users.jwks.json");
    }

    PublicJsonWebKey read(String name) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(Files.readString(key(name)));
        } catch (IOException | JoseException failure) {
            throw new IllegalStateException("There is no test key of " + name, failure);
        }
    }

    private static String make() {
        try {
            var keys = new TestKeys(Files.createTempDirectory("limn-keys"));
            var services = new ArrayList<JsonWebKey>();
            for (var service : SERVICES) {
                services.add(keys.generate(service));
            }
            keys.writeSet(keys.serviceKeys(), services);
            keys.writeSet(keys.userKeys(), List.of(keys.generate(USERS)));
            return keys.folder.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private JsonWebKey generate(String name) throws JoseException, IOException {
        var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(name);
        key.setAlgorithm("ES256");
        key.setUse("sig");
        Files.writeString(key(name), key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        return key;
    }

    private void writeSet(Path file, List<JsonWebKey> keys) throws IOException {
        Files.writeString(file, new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    }
}
