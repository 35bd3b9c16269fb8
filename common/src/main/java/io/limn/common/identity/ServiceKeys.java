package io.limn.common.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * Makes the keys of an installation that no other tool makes: a private key per service ({@code NAME.jwk.json}) and the
 * public ones of all ({@code services.jwks.json}). Keys that are there already stay.
 */
public final class ServiceKeys {
    private ServiceKeys() {}

    /**
     * Makes what is missing.
     *
     * @param arguments the folder, then the names of the services
     */
    public static void main(String[] arguments) throws IOException, JoseException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        make(folder, Arrays.asList(arguments).subList(1, arguments.length));
    }

    static void make(Path folder, List<String> services) throws IOException, JoseException {
        var keys = new ArrayList<JsonWebKey>();
        for (var service : services) {
            var file = folder.resolve(service + ".jwk.json");
            if (!Files.exists(file)) {
                write(file, generate(service).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            }
            keys.add(JsonWebKey.Factory.newJwk(Files.readString(file)));
        }
        var all = new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        write(folder.resolve("services.jwks.json"), all);
    }

    private static JsonWebKey generate(String service) throws JoseException {
        var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(service);
        key.setAlgorithm("ES256");
        key.setUse("sig");
        return key;
    }

    /** A reader sees the old file or the new one, never half of it. */
    private static void write(Path file, String content) throws IOException {
        var draft = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
