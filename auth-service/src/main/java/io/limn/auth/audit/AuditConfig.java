package io.limn.auth.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long it is known what was done. */
@ConfigMapping(prefix = "limn.auth.audit")
interface AuditConfig {
    /** Older entries are removed. */
    @WithDefault("400d")
    Duration keep();
}
