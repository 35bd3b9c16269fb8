package io.limn.auth.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.limn.auth.AuthTest;
import io.limn.auth.MailResource;
import io.limn.auth.Person;
import io.limn.auth.Workspace;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PendingInvitationsTest extends AuthTest {
    @Inject
    DataSource database;

    @Test
    void somebodyUnknownIsToldByMailAndBelongsToNothingYet() {
        var workspace = Workspace.founded();
        var email = Person.freshName() + "@example.org";
        String key = workspace
                .invite(workspace.owner(), "supervisor", email)
                .then()
                .statusCode(201)
                .body("user.username", equalTo(email))
                .body("expired", equalTo(false))
                .extract()
                .path("key");

        var mails = MailResource.to(email);
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().subject())
                .isEqualTo("You're invited to join the " + workspace.slug() + " organization in CVAT!");
        assertThat(mails.getFirst().text())
                .contains(workspace.owner().username())
                .contains(MailResource.SITE + "/auth/login?email=" + email.replace("@", "%40") + "&invitation=" + key);
        workspace
                .owner()
                .asks()
                .queryParam("org", workspace.slug())
                .queryParam("search", email)
                .get("/api/memberships")
                .then()
                .body("results", hasSize(1))
                .body("results[0].is_active", equalTo(false))
                .body("results[0].joined_date", nullValue())
                .body("results[0].invitation", equalTo(key));
        workspace
                .invite(workspace.owner(), "worker", email)
                .then()
                .statusCode(400)
                .body("$", contains("The user is a member of the organization already."));
    }

    @Test
    void whoRegistersTakesTheUserOverAndAccepts() {
        var workspace = Workspace.founded();
        var newcomer = Newcomer.invited(workspace);
        var person = newcomer.registers();
        int membership = newcomer.membership();

        assertThat(person.id()).isEqualTo(newcomer.user());
        person.asks().get("/api/memberships").then().body("count", equalTo(0));
        person.asks().get("/api/memberships/" + membership).then().statusCode(403);
        person.asks().delete("/api/memberships/" + membership).then().statusCode(403);
        person.asks().get("/api/organizations").then().body("count", equalTo(0));
        person.asks().get("/api/users?org=" + workspace.slug()).then().statusCode(403);
        InvitationsTest.post(Person.registers(), newcomer.key(), "accept", null).statusCode(404);
        InvitationsTest.post(workspace.owner(), newcomer.key(), "accept", null).statusCode(403);
        InvitationsTest.post(person, newcomer.key(), "accept", null)
                .statusCode(200)
                .body("organization_slug", equalTo(workspace.slug()));
        InvitationsTest.post(person, newcomer.key(), "accept", null).statusCode(400);
        person.asks().get("/api/memberships").then().body("results.id", contains(membership));
        person.asks().get("/api/users?org=" + workspace.slug()).then().body("count", equalTo(2));
    }

    @Test
    void theFormerWayToAcceptStillWorks() {
        var workspace = Workspace.founded();
        var newcomer = Newcomer.invited(workspace);
        var person = newcomer.registers();
        var path = "/api/invitations/" + newcomer.key();
        Map<String, Object> body = Map.of("role", "owner");

        person.asks()
                .contentType("application/json")
                .body(body)
                .patch(path)
                .then()
                .statusCode(405);
        person.asks()
                .contentType("application/json")
                .body(Map.of("role", "boss"))
                .patch(path + "?accepted=true")
                .then()
                .statusCode(400);
        for (int time = 0; time < 2; time++) {
            person.asks()
                    .contentType("application/json")
                    .body(body)
                    .patch(path + "?accepted=true")
                    .then()
                    .statusCode(200)
                    .body("role", equalTo("worker"));
        }
        person.asks().get("/api/organizations").then().body("count", equalTo(1));
    }

    @Test
    void anExpiredOneIsOfNoUseUntilItIsSentAgain() throws SQLException {
        var workspace = Workspace.founded();
        var newcomer = Newcomer.invited(workspace);
        var person = newcomer.registers();
        age(newcomer.key());

        InvitationsTest.post(person, newcomer.key(), "accept", null)
                .statusCode(400)
                .body(equalTo("\"Your invitation is expired. Please contact organization owner to renew it.\""));
        person.asks()
                .contentType("application/json")
                .patch("/api/invitations/" + newcomer.key() + "?accepted")
                .then()
                .statusCode(400);
        person.asks().get("/api/invitations/" + newcomer.key()).then().body("expired", equalTo(true));
        InvitationsTest.post(workspace.owner(), newcomer.key(), "resend", null).statusCode(204);
        assertThat(MailResource.to(newcomer.email())).hasSize(2);
        InvitationsTest.post(person, newcomer.key(), "accept", null).statusCode(200);
    }

    @Test
    void aPendingOneCanBeDeclined() {
        var workspace = Workspace.founded();
        var newcomer = Newcomer.invited(workspace);
        var person = newcomer.registers();

        InvitationsTest.post(person, newcomer.key(), "decline", null).statusCode(204);
        person.asks().get("/api/invitations/" + newcomer.key()).then().statusCode(404);
        workspace
                .owner()
                .asks()
                .get("/api/memberships?org=" + workspace.slug())
                .then()
                .body("count", equalTo(1));
    }

    @Test
    void whoseInvitationWasDeletedCanBeInvitedAnew() {
        var workspace = Workspace.founded();
        var newcomer = Newcomer.invited(workspace);
        workspace
                .owner()
                .asks()
                .delete("/api/invitations/" + newcomer.key())
                .then()
                .statusCode(204);
        workspace
                .invite(workspace.owner(), "supervisor", newcomer.email())
                .then()
                .statusCode(201)
                .body("role", equalTo("supervisor"));
    }

    @Test
    void aMailThatIsNotTakenLeavesNothingBehind() {
        var workspace = Workspace.founded();
        var email = Person.freshName() + "@example.org";
        QuarkusMock.installMockForType(new NoMail(true), InvitationMail.class);
        workspace.invite(workspace.owner(), "worker", email).then().statusCode(503);

        workspace
                .owner()
                .asks()
                .get("/api/memberships?org=" + workspace.slug())
                .then()
                .body("count", equalTo(1));
        Person.admin()
                .asks()
                .queryParam("username", email)
                .get("/api/users")
                .then()
                .body("count", equalTo(0));
    }

    @Test
    void withoutAMailServerPeopleSeeTheirInvitationsWhenTheySignIn() {
        QuarkusMock.installMockForType(new NoMail(false), InvitationMail.class);
        var workspace = Workspace.founded();
        var newcomer = Newcomer.invited(workspace);
        InvitationsTest.post(workspace.owner(), newcomer.key(), "resend", null).statusCode(204);

        assertThat(MailResource.to(newcomer.email())).isEmpty();
        InvitationsTest.post(newcomer.registers(), newcomer.key(), "accept", null)
                .statusCode(200);
    }

    @Test
    void aUserHasFiveRequestsAnHourToSendAgainWhateverComesOfThem() {
        var workspace = Workspace.founded();
        var newcomer = Newcomer.invited(workspace);
        InvitationsTest.post(workspace.owner(), "nothing", "resend", null).statusCode(404);
        for (int time = 0; time < 4; time++) {
            InvitationsTest.post(workspace.owner(), newcomer.key(), "resend", null)
                    .statusCode(204);
        }
        var refusal = InvitationsTest.post(workspace.owner(), newcomer.key(), "resend", null)
                .statusCode(429)
                .extract();
        assertThat(Integer.parseInt(refusal.header("Retry-After"))).isBetween(3500, 3600);
        assertThat(refusal.<String>path("detail")).startsWith("Request was throttled. Expected available in 3");
        InvitationsTest.post(Person.admin(), newcomer.key(), "resend", null).statusCode(204);
    }

    private void age(String key) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "UPDATE invitation SET sent_date = sent_date - interval '7 days' WHERE key = ?")) {
            update.setString(1, key);
            update.executeUpdate();
        }
    }
}
