package io.limn.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often clients without credentials may call this replica. */
@ConfigMapping(prefix = "limn.gateway.limit")
public interface LimitConfig {
    /** Calls of one anonymous client within a window; 0 for no limit. */
    @WithDefault("100")
    int anonymous();

    /** Length of the window. */
    @WithDefault("1m")
    Duration window();

    /** Clients that are counted at most; the ones not seen for longest are forgotten first. */
    @WithDefault("20000")
    int clients();
}
