package io.limn.auth.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The first administrator, made at the start while there is no user at all. */
@ConfigMapping(prefix = "limn.admin")
interface AdministratorConfig {
    /** His sign-in name. */
    @WithDefault("admin")
    String name();

    /** His password; without one no administrator is made. */
    Optional<String> password();

    /** His e-mail address. */
    Optional<String> email();
}
