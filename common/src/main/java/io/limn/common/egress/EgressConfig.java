package io.limn.common.egress;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Which internal addresses may be called although a user named them. */
@ConfigMapping(prefix = "limn.egress")
public interface EgressConfig {
    /**
     * Hosts and networks that are allowed: a name or address, with {@code :port} for that port alone, or a network such
     * as {@code 10.1.0.0/16}. None by default.
     */
    Optional<List<String>> allow();
}
