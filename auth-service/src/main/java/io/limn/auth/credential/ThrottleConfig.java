package io.limn.auth.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many attempts are borne. */
@ConfigMapping(prefix = "limn.auth.throttle")
public interface ThrottleConfig {
    /** Wrong passwords for one name within a period. */
    @WithDefault("50")
    int perName();

    /** Wrong passwords from one address within a period. */
    @WithDefault("300")
    int perAddress();

    /** Registrations from one address within a period. */
    @WithDefault("300")
    int registrations();

    /** Requests for a mail that resets a password from one address within a period. */
    @WithDefault("100")
    int resets();

    /** Mails that reset a password to one address within a period; further ones are left out without a word. */
    @WithDefault("3")
    int resetMails();

    /** Length of a period. */
    @WithDefault("15m")
    Duration period();
}
