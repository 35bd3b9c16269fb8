package io.limn.data.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of what is taken out of archives; they keep a small upload from filling the store. */
@ConfigMapping(prefix = "limn.data.archive")
public interface IngestConfig {
    /** Most entries. */
    @WithDefault("500000")
    int entries();

    /** Most bytes of all entries together. */
    @WithDefault("107374182400")
    long bytes();

    /** Most bytes that come out for each byte of the archive, once they are more than {@link #harmless()}. */
    @WithDefault("200")
    long ratio();

    /** Bytes that may come out of any archive. */
    @WithDefault("268435456")
    long harmless();
}
