package io.limn.data.secret;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The keys under which credentials of users are encrypted in the database. */
@ConfigMapping(prefix = "limn.secrets")
public interface SecretsConfig {
    /**
     * Keys as {@code name:secret}, each secret at least 32 characters. The first encrypts; the others are kept to read
     * what was encrypted before the first was put in front of them.
     */
    Optional<List<String>> keys();

    /** A file with one such key on each line, instead of {@link #keys()}. */
    Optional<Path> file();
}
