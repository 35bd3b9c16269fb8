package io.limn.auth.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What e-mail addresses have to prove. */
@ConfigMapping(prefix = "limn.auth.email")
interface VerificationConfig {
    /** Whether people who register are asked to confirm their address. */
    enum Mode {
        /** They are not. */
        NONE,
        /** They are, but may sign in without. */
        OPTIONAL,
        /** They cannot sign in before. */
        MANDATORY
    }

    /** The mode. */
    @WithDefault("none")
    Mode verification();

    /** Whether an address is needed to register; it is by default when confirmation is mandatory. */
    Optional<Boolean> required();

    /** How long the link of a mail is good. */
    @WithDefault("3d")
    Duration life();

    /** How long after a mail no other one goes to the same address. */
    @WithDefault("3m")
    Duration pause();
}
