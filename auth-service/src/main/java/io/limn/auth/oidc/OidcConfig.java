package io.limn.auth.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Signing in at an OpenID Connect provider; without an issuer there is none. */
@ConfigMapping(prefix = "limn.auth.oidc")
interface OidcConfig {
    /** The provider: the address below which its {@code /.well-known/openid-configuration} is. */
    Optional<String> issuer();

    /** Under which id the provider knows us. */
    Optional<String> clientId();

    /** Our secret there; without one we are a public client. */
    Optional<String> clientSecret();

    /** What is asked for. */
    @WithDefault("openid,email,profile")
    List<String> scopes();

    /** The claim that sign-in names of new users are made of. */
    @WithDefault("preferred_username")
    String usernameClaim();

    /** The claim with the groups of a person; dots lead into objects. */
    @WithDefault("groups")
    String groupsClaim();

    /** Groups here by groups there, {@code annotators=worker,staff=user}; once set, they are assigned at each sign-in. */
    Optional<List<String>> groups();

    /** The group of people of whom nothing else is said. */
    @WithDefault("user")
    String defaultGroup();

    /**
     * Organizations and roles by groups there, {@code annotators=lab:worker}. Who is in an organization that is named
     * here, but in none of the groups that lead to it, leaves it at his next sign-in; owners stay.
     */
    Optional<List<String>> organizations();

    /** Whether accounts are linked by an address that was never confirmed here; it must be so at the provider anyway. */
    @WithDefault("false")
    boolean trustLocalAddresses();

    /** How long the provider may take for an answer. */
    @WithDefault("5s")
    Duration patience();

    /** How long a person may take to sign in there. */
    @WithDefault("10m")
    Duration flow();

    /** By how much the clocks may differ. */
    @WithDefault("30s")
    Duration skew();
}
