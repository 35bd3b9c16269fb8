package io.limn.auth.invitation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How people are invited. */
@ConfigMapping(prefix = "limn.auth.invitations")
interface InvitationConfig {
    /** Whether registered users must accept as well; without it they are members at once. */
    @WithDefault("false")
    boolean confirm();

    /** How long an invitation that was sent can be accepted. */
    @WithDefault("7d")
    Duration life();

    /** How many invitations a user may have sent again in an hour. */
    @WithDefault("5")
    int resends();
}
