package io.limn.task.annotation.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the history of annotations reaches back. */
@ConfigMapping(prefix = "limn.annotations.history")
interface HistoryConfig {
    /** Revisions older than this are forgotten; the last one of a job never is. */
    @WithDefault("180d")
    Duration keep();

    /** How often old revisions are looked for. */
    @WithDefault("1h")
    Duration interval();
}
