package io.limn.auth.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How passwords are checked. */
@ConfigMapping(prefix = "limn.auth.passwords")
interface PasswordConfig {
    /** How many passwords are hashed at once, each in 19 MiB; half of the processors when not set. */
    OptionalInt parallel();

    /** How long a sign-in waits for its turn before it is refused. */
    @WithDefault("10s")
    Duration patience();

    /** How long a checked pair of name and password is believed without hashing it again. */
    @WithDefault("60s")
    Duration remembered();
}
