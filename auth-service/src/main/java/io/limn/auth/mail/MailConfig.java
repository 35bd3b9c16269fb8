package io.limn.auth.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The server that takes our mails. Without a host none are sent. */
@ConfigMapping(prefix = "limn.mail")
interface MailConfig {
    /** Name of the SMTP server. */
    Optional<String> host();

    /** Its port. */
    @WithDefault("587")
    int port();

    /** With what to sign in there, if it asks. */
    Optional<String> username();

    /** The password for that. */
    Optional<String> password();

    /** Whether the connection is for TLS from the first byte on. */
    @WithDefault("false")
    boolean tls();

    /** Whether a plain connection turns to TLS: {@code DISABLED}, {@code OPTIONAL} or {@code REQUIRED}. */
    @WithDefault("OPTIONAL")
    String startTls();

    /** Who the mails are from; {@code Limn <noreply@…>} of the site when not set. */
    Optional<String> sender();

    /** How long the server may take for a mail. */
    @WithDefault("15s")
    Duration patience();
}
