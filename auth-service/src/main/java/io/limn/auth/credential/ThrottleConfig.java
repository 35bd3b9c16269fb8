package io.limn.auth.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many wrong passwords are borne. */
@ConfigMapping(prefix = "limn.auth.throttle")
interface ThrottleConfig {
    /** Wrong passwords for one name within a period. */
    @WithDefault("50")
    int perName();

    /** Wrong passwords from one address within a period. */
    @WithDefault("300")
    int perAddress();

    /** Length of a period. */
    @WithDefault("15m")
    Duration period();
}
