package io.limn.gateway.http;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Which pages of other origins may call the API. */
@ConfigMapping(prefix = "limn.gateway.cors")
public interface CorsConfig {
    /** Origins ({@code scheme://host:port}) whose pages may call with the user's cookies; none in production. */
    Optional<List<String>> origins();
}
