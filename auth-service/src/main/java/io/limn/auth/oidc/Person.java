package io.limn.auth.oidc;

import java.util.Set;

/**
 * What the provider says of somebody.
 *
 * @param issuer    the provider
 * @param subject   his id there
 * @param username  a name to sign in by, may be of any form
 * @param email     address, empty when there is none
 * @param verified  whether the provider vouches for the address
 * @param firstName first name, may be empty
 * @param lastName  last name, may be empty
 * @param groups    his groups there
 */
record Person(
        String issuer,
        String subject,
        String username,
        String email,
        boolean verified,
        String firstName,
        String lastName,
        Set<String> groups) {}
