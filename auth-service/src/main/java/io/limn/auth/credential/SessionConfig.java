package io.limn.auth.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long sessions last, and how their cookies are marked. */
@ConfigMapping(prefix = "limn.auth.sessions")
interface SessionConfig {
    /** Life of a session that is not used. */
    @WithDefault("14d")
    Duration life();

    /** How often the end of a session in use is put off at most. */
    @WithDefault("12h")
    Duration renewal();

    /** How often the last use of a session is noted at most. */
    @WithDefault("5m")
    Duration noted();

    /** Whether browsers may send the cookies over HTTPS only. */
    @WithDefault("false")
    boolean secure();
}
