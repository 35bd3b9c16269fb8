package io.limn.data.decoder;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The processes that decode media. */
@ConfigMapping(prefix = "limn.decoder")
public interface DecoderConfig {
    /** How many run at once; one per processor when not set. */
    OptionalInt processes();

    /** Java heap of one process. */
    @WithDefault("48M")
    MemorySize heap();

    /** Resident memory of one process, above which it is ended and its command fails. */
    @WithDefault("768M")
    MemorySize memory();

    /** Resident memory above which a process is replaced after its command. */
    @WithDefault("200M")
    MemorySize recycle();

    /** How long one command may take. */
    @WithDefault("5m")
    Duration timeout();

    /** After how long without a command a process is ended. */
    @WithDefault("2m")
    Duration idle();

    /** The most pixels of a picture or of a video's frame. */
    @WithDefault("100000000")
    long pixels();

    /** The largest picture file. */
    @WithDefault("512M")
    MemorySize fileSize();

    /** Folder for unpacked native libraries and crash reports. */
    @WithDefault("${java.io.tmpdir}/limn-decoder")
    Path directory();

    /** Class path of the processes; found by itself when not set. */
    Optional<String> classPath();
}
