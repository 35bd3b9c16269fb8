package io.limn.auth;

import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An organization of the tests.
 *
 * @param id    its id
 * @param slug  its short name
 * @param owner who founded it
 */
public record Workspace(int id, String slug, Person owner) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A short name that no organization has yet. */
    public static String freshSlug() {
        return "w" + COUNT.incrementAndGet() + "-" + Long.toString(System.nanoTime() % 1_000_000_000, 36);
    }

    /** An organization of somebody new. */
    public static Workspace founded() {
        return foundedBy(Person.registers());
    }

    /** An organization of somebody. */
    public static Workspace foundedBy(Person owner) {
        var slug = freshSlug();
        int id = owner.asks()
                .contentType("application/json")
                .body(Map.of("slug", slug))
                .post("/api/organizations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Workspace(id, slug, owner);
    }

    /** Somebody new who is a member. */
    public Person member(String role) {
        var person = Person.registers();
        invite(owner, role, person.email()).then().statusCode(201);
        return person;
    }

    /** Sends an invitation. */
    public Response invite(Person inviter, String role, String email) {
        return inviter.asks()
                .contentType("application/json")
                .queryParam("org", slug)
                .body(Map.of("role", role, "email", email))
                .post("/api/invitations");
    }

    /** Id of the membership of a person, as the owner sees it. */
    public int membership(Person person) {
        return owner.asks()
                .queryParam("org", slug)
                .queryParam("user", person.username())
                .get("/api/memberships")
                .then()
                .statusCode(200)
                .extract()
                .path("results[0].id");
    }
}
