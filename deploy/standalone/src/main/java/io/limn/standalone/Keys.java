package io.limn.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The secrets of one installation: a signing key (EC P-256) per service, the public halves of all in one file, the password of
 * the database and the secret of auth-service. Made at the first start, readable by their owner only.
 */
final class Keys {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    private Keys(Path folder) {
        this.folder = folder;
    }

    /** Opens the keys in a folder and makes those that are missing. */
    static Keys in(Path folder) {
        Keys keys = new Keys(folder);
        try {
            List<JsonWebKey> all = new ArrayList<>();
            for (Service service : Service.values()) {
                all.add(keys.readOrMake(service));
            }
            keys.writeOnce(keys.publicKeys(), new JsonWebKeySet(all).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
            if (!Files.exists(keys.databasePasswordFile())) {
                keys.writeOnce(keys.databasePasswordFile(), password(24));
            }
            if (!Files.exists(keys.sealingSecretFile())) {
                keys.writeOnce(keys.sealingSecretFile(), password(32));
            }
            if (!Files.exists(keys.credentialKeysFile())) {
                keys.writeOnce(keys.credentialKeysFile(), "first:" + password(32));
            }
        } catch (IOException | JoseException e) {
            throw new StartFailure("Cannot read or make the keys in " + folder + ": " + e.getMessage() + ".", e);
        }
        return keys;
    }

    Path privateKey(Service service) {
        return folder.resolve(service.folder() + ".jwk.json");
    }

    Path publicKeys() {
        return folder.resolve("services.jwks.json");
    }

    Path databasePasswordFile() {
        return folder.resolve("postgres.password");
    }

    String databasePassword() {
        return read(databasePasswordFile());
    }

    /** What auth-service encrypts its own keys with before it stores them. */
    String sealingSecret() {
        return read(sealingSecretFile());
    }

    /** The keys with which data-service encrypts credentials of cloud storages, one a line, the newest first. */
    Path credentialKeysFile() {
        return folder.resolve("data-service.secrets");
    }

    /** Random bytes in letters, digits, minus and underscore. */
    static String password(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private Path sealingSecretFile() {
        return folder.resolve("auth-service.secret");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartFailure("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private JsonWebKey readOrMake(Service service) throws IOException, JoseException {
        Path file = privateKey(service);
        if (Files.exists(file)) {
            return JsonWebKey.Factory.newJwk(Files.readString(file));
        }
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(service.folder());
        key.setAlgorithm("ES256");
        key.setUse("sig");
        writeOnce(file, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        return key;
    }

    /** A reader sees the old file or the new one, never half of it, and no moment with wider permissions. */
    private void writeOnce(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
