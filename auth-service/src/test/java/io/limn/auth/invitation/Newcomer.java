package io.limn.auth.invitation;

import io.limn.auth.Person;
import io.limn.auth.Workspace;

/**
 * Somebody who was invited before he registered.
 *
 * @param email      his address
 * @param key        key of the invitation
 * @param user       the user that was made for it
 * @param membership the membership that was made for it
 */
record Newcomer(String email, String key, int user, int membership) {
    /** Somebody new, invited as a worker. */
    static Newcomer invited(Workspace workspace) {
        var email = Person.freshName() + "@example.org";
        var answer = workspace
                .invite(workspace.owner(), "worker", email)
                .then()
                .statusCode(201)
                .extract();
        int membership = workspace
                .owner()
                .asks()
                .queryParam("org", workspace.slug())
                .queryParam("user", email)
                .get("/api/memberships")
                .path("results[0].id");
        return new Newcomer(email, answer.path("key"), answer.path("user.id"), membership);
    }

    /** He registers with that address, in another case. */
    Person registers() {
        return Person.registersWith(email.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + email.substring(1));
    }
}
