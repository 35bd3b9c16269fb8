package io.limn.auth.user;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Where else users are known. */
@ConfigMapping(prefix = "limn.auth.users")
interface UserConfig {
    /** Services that refer to users and forget one before the answer to his deletion. */
    @WithDefault("task,data")
    List<String> knownTo();
}
