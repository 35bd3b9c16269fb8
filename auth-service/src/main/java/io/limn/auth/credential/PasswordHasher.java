package io.limn.auth.credential;

/** One scheme of hashing passwords. A stored hash begins with the name of its scheme and a dollar sign. */
interface PasswordHasher {
    /** Name of the scheme. */
    String scheme();

    /** A stored hash of a password, with a salt of its own. */
    String hash(String password);

    /** Whether a password fits a stored hash of this scheme; never throws for a malformed one. */
    boolean fits(String password, String stored);

    /** Whether a stored hash should be replaced at the next sign-in. */
    boolean isOutdated(String stored);
}
