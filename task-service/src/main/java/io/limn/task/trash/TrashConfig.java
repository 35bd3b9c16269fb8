package io.limn.task.trash;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What becomes of deleted projects and tasks. */
@ConfigMapping(prefix = "limn.trash")
interface TrashConfig {
    /** How long they can still be restored, for example {@code 7d}; with 0 they are purged at once. */
    @WithDefault("7d")
    Duration keep();
}
