package io.limn.auth.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tokens of users are signed. */
@ConfigMapping(prefix = "limn.auth.keys")
interface KeyConfig {
    /** How long one key signs. */
    @WithDefault("30d")
    Duration period();

    /** How long a key is published before it signs; longer than services keep the keys that they read. */
    @WithDefault("15m")
    Duration lead();

    /** How long a key stays published after its successor signs; longer than tokens live. */
    @WithDefault("15m")
    Duration tail();

    /** Life of a token. */
    @WithDefault("5m")
    Duration token();
}
