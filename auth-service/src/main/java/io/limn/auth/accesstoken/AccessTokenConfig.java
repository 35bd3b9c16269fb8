package io.limn.auth.accesstoken;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many personal access tokens there may be, and how long they can be used. */
@ConfigMapping(prefix = "limn.auth.access-tokens")
interface AccessTokenConfig {
    /** A token that is not used for so long cannot be used any more. */
    @WithDefault("180d")
    Duration stale();

    /** How often the last use of a token is noted at most. */
    @WithDefault("2h")
    Duration noted();

    /** Tokens of one user that can be used at the same time; -1 for any number. */
    @WithDefault("50")
    int mostPerUser();

    /** A token that cannot be used any more is removed after this time. */
    @WithDefault("90d")
    Duration kept();
}
