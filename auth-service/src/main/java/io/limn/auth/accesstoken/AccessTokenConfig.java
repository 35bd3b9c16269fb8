package io.limn.auth.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long personal access tokens can be used. */
@ConfigMapping(prefix = "limn.auth.access-tokens")
interface AccessTokenConfig {
    /** A token that is not used for so long cannot be used any more. */
    @WithDefault("180d")
    Duration stale();

    /** How often the last use of a token is noted at most. */
    @WithDefault("2h")
    Duration noted();
}
