package io.limn.data.share;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the share lies: a folder of media that operators mount and users choose from. */
@ConfigMapping(prefix = "limn.share")
public interface ShareConfig {
    /** The folder; without one the share is empty. */
    Optional<Path> folder();
}
