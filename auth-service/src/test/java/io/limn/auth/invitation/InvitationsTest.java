package io.limn.auth.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.limn.auth.AuthTest;
import io.limn.auth.MailResource;
import io.limn.auth.Person;
import io.limn.auth.Workspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvitationsTest extends AuthTest {
    @Test
    void aRegisteredUserIsAMemberAtOnceAndGetsNoMail() {
        var workspace = Workspace.founded();
        var maintainer = workspace.member("maintainer");
        var worker = Person.registers();
        String key = maintainer
                .asks()
                .queryParam("org_id", workspace.id())
                .contentType("application/json")
                .body(Map.of("role", "worker", "email", worker.email().toUpperCase(java.util.Locale.ROOT)))
                .post("/api/invitations")
                .then()
                .statusCode(201)
                .body("owner.username", equalTo(maintainer.username()))
                .body("user.username", equalTo(worker.username()))
                .body("role", equalTo("worker"))
                .body("organization", equalTo(workspace.id()))
                .body("expired", nullValue())
                .body("organization_info.slug", equalTo(workspace.slug()))
                .extract()
                .path("key");

        assertThat(key).matches("[a-zA-Z0-9]{64}");
        assertThat(MailResource.to(worker.email())).isEmpty();
        worker.asks().get("/api/users?org=" + workspace.slug()).then().statusCode(200);
        post(worker, key, "accept", workspace)
                .statusCode(400)
                .body(equalTo("\"Your invitation is already accepted.\""));
        post(maintainer, key, "resend", workspace)
                .statusCode(400)
                .body(equalTo("\"This invitation is already accepted.\""));
    }

    @Test
    void whoIsConcernedSeesItAndToOthersItDoesNotExist() {
        var workspace = Workspace.founded();
        var inviter = workspace.member("maintainer");
        var second = workspace.member("maintainer");
        var supervisor = workspace.member("supervisor");
        var worker = Person.registers();
        String key = workspace.invite(inviter, "worker", worker.email()).path("key");
        var path = "/api/invitations/" + key;

        inviter.asks().get(path).then().statusCode(200);
        worker.asks().get(path).then().statusCode(200);
        for (var other : List.of(workspace.owner(), second)) {
            other.asks().get(path).then().statusCode(404);
            other.asks().get(path + "?org=" + workspace.slug()).then().statusCode(200);
        }
        for (var other : List.of(supervisor, Person.registers())) {
            other.asks()
                    .get(path + "?org=" + workspace.slug())
                    .then()
                    .statusCode(404)
                    .body("detail", equalTo("No Invitation matches the given query."));
        }
        Person.admin().asks().get(path).then().statusCode(200);
        Person.admin().asks().get(path + "?org=").then().statusCode(404);
        worker.asks().get("/api/invitations").then().body("results.key", contains(key));
        worker.asks().get("/api/invitations?org=" + workspace.slug()).then().body("results.key", contains(key));
        workspace
                .owner()
                .asks()
                .get("/api/invitations?org=" + workspace.slug() + "&sort=created_date")
                .then()
                .body("count", equalTo(4));
        Person.registers()
                .asks()
                .get("/api/invitations?org=" + workspace.slug())
                .then()
                .statusCode(403);
    }

    @Test
    void theRulesOfRolesHold() {
        var workspace = Workspace.founded();
        var email = Person.registers().email();
        workspace.invite(workspace.owner(), "owner", email).then().statusCode(403);
        workspace
                .invite(workspace.member("maintainer"), "maintainer", email)
                .then()
                .statusCode(403);
        workspace.invite(workspace.member("supervisor"), "worker", email).then().statusCode(403);
        workspace.invite(Person.registers(), "worker", email).then().statusCode(403);
        for (var org : List.of("", "?org=")) {
            invite(workspace.owner(), org, Map.of("role", "worker", "email", email))
                    .statusCode(403);
            invite(Person.admin(), org, Map.of("role", "worker", "email", email))
                    .statusCode(400);
        }
        invite(workspace.owner(), "?org=nowhere", Map.of("role", "worker", "email", email))
                .statusCode(404);
    }

    @Test
    void whatIsWrongIsSaid() {
        var workspace = Workspace.founded();
        var org = "?org=" + workspace.slug();
        var member = workspace.member("supervisor");

        invite(workspace.owner(), org, Map.of())
                .statusCode(400)
                .body("role", contains("This field is required."))
                .body("email", contains("This field is required."));
        invite(workspace.owner(), org, Map.of("role", "boss", "email", "nothing"))
                .statusCode(400)
                .body("role", contains("\"boss\" is not a valid choice."))
                .body("email", contains("Enter a valid email address."));
        invite(workspace.owner(), org, Map.of("role", "worker", "email", "x".repeat(200) + "@example.org"))
                .statusCode(400);
        for (var email : List.of(member.email(), workspace.owner().email())) {
            workspace
                    .invite(workspace.owner(), "worker", email)
                    .then()
                    .statusCode(400)
                    .body("$", contains("The user is a member of the organization already."));
        }
    }

    @Test
    void onlyTheInvitationIsDeleted() {
        var workspace = Workspace.founded();
        var worker = Person.registers();
        String key =
                workspace.invite(workspace.owner(), "worker", worker.email()).path("key");
        var path = "/api/invitations/" + key + "?org=" + workspace.slug();

        worker.asks().delete(path).then().statusCode(403);
        workspace.owner().asks().delete(path).then().statusCode(204);
        workspace.owner().asks().get(path).then().statusCode(404);
        worker.asks()
                .get("/api/memberships")
                .then()
                .body("results.is_active", contains(true))
                .body("results[0].invitation", nullValue());
    }

    @Test
    void anAcceptedOneCanBeDeclinedWhichEndsTheMembership() {
        var workspace = Workspace.founded();
        var worker = Person.registers();
        String key =
                workspace.invite(workspace.owner(), "worker", worker.email()).path("key");

        post(Person.registers(), key, "decline", null).statusCode(404);
        post(workspace.owner(), key, "decline", null).statusCode(403);
        post(worker, key, "decline", null).statusCode(204);
        worker.asks().get("/api/users?org=" + workspace.slug()).then().statusCode(403);
    }

    @Test
    void filtersKnowTheInviteeAndWhetherHeAccepted() {
        var workspace = Workspace.founded();
        var worker = workspace.member("worker");
        var filter = "{\"and\":[{\"==\":[{\"var\":\"user_id\"},\"%d\"]},{\"==\":[{\"var\":\"accepted\"},%s]}]}";

        worker.asks()
                .queryParam("filter", filter.formatted(worker.id(), "true"))
                .get("/api/invitations")
                .then()
                .statusCode(200)
                .body("count", equalTo(1));
        worker.asks()
                .queryParam("filter", filter.formatted(worker.id(), "false"))
                .get("/api/invitations")
                .then()
                .body("count", equalTo(0));
        worker.asks()
                .queryParam("owner", workspace.owner().username())
                .get("/api/invitations")
                .then()
                .body("results.user.username", containsInAnyOrder(worker.username()));
    }

    private static ValidatableResponse invite(Person person, String query, Map<String, ?> body) {
        return person.asks()
                .contentType("application/json")
                .body(body)
                .post("/api/invitations" + query)
                .then();
    }

    static ValidatableResponse post(Person person, String key, String act, Workspace workspace) {
        var request = person.asks();
        if (workspace != null) {
            request.queryParam("org", workspace.slug());
        }
        return request.post("/api/invitations/" + key + "/" + act).then();
    }
}
