package io.limn.data.frame;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How chunks, frames and previews are built and kept. */
@ConfigMapping(prefix = "limn.frame")
public interface FrameConfig {
    /** Folder of this replica for what was asked for lately. */
    @WithDefault("${java.io.tmpdir}/limn-frames")
    Path cacheFolder();

    /** How much of it is kept. */
    @WithDefault("2G")
    MemorySize cacheSize();

    /** How long a client waits for a chunk before it is told to come again. */
    @WithDefault("50s")
    Duration patience();

    /** How long building one chunk may take. */
    @WithDefault("5m")
    Duration timeout();

    /** How many chunks may be asked for and not built yet. */
    @WithDefault("64")
    int queue();

    /** How many chunks are built at once. */
    @WithDefault("4")
    int builders();

    /** The largest chunk. */
    @WithDefault("524288000")
    long largest();

    /** How long the source lists and video indexes of tasks stay in memory. */
    @WithDefault("1m")
    Duration remember();
}
