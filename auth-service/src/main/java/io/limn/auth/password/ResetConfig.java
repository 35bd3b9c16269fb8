package io.limn.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How forgotten passwords are replaced. */
@ConfigMapping(prefix = "limn.auth.password-reset")
interface ResetConfig {
    /** How long the link of a mail is good. */
    @WithDefault("3d")
    Duration life();
}
