package io.limn.auth.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.limn.auth.AuthTest;
import io.limn.auth.Groups;
import io.limn.auth.Person;
import io.limn.auth.Workspace;
import io.limn.auth.audit.AuditTrail;
import io.limn.common.testing.EventTap;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MembershipsTest extends AuthTest {
    @Inject
    AuditTrail trail;

    @Inject
    Groups groups;

    @Test
    void membersSeeEachOtherAndStrangersNobody() {
        var workspace = Workspace.founded();
        var worker = workspace.member("worker");
        var stranger = Person.registers();
        int membership = workspace.membership(worker);

        worker.asks()
                .queryParam("org", workspace.slug())
                .queryParam("sort", "id")
                .get("/api/memberships")
                .then()
                .statusCode(200)
                .body("results.role", contains("owner", "worker"))
                .body("results[1].invitation", notNullValue());
        worker.asks().get("/api/memberships").then().body("results.id", contains(membership));
        worker.asks().get("/api/memberships?org=").then().body("count", equalTo(0));
        worker.asks().get("/api/memberships/" + membership).then().statusCode(200);
        workspace.owner().asks().get("/api/memberships/" + membership).then().statusCode(200);
        stranger.asks().get("/api/memberships/" + membership).then().statusCode(403);
        stranger.asks().get("/api/memberships/0").then().statusCode(404);
        worker.asks()
                .queryParam("org", workspace.slug())
                .queryParam("role", "boss")
                .get("/api/memberships")
                .then()
                .statusCode(400)
                .body("role", contains("Select a valid choice. boss is not one of the available choices."));
    }

    @ParameterizedTest
    @CsvSource({
        "owner, worker, maintainer, 200",
        "owner, maintainer, worker, 200",
        "owner, worker, owner, 403",
        "maintainer, worker, supervisor, 200",
        "maintainer, supervisor, worker, 200",
        "maintainer, worker, maintainer, 403",
        "maintainer, worker, owner, 403",
        "maintainer, maintainer, worker, 403",
        "supervisor, worker, supervisor, 403",
        "worker, worker, supervisor, 403"
    })
    void aRoleIsChangedByThoseWhoAreStronger(String who, String whom, String role, int status) {
        var workspace = Workspace.founded();
        var changer = who.equals("owner") ? workspace.owner() : workspace.member(who);
        int target = workspace.membership(workspace.member(whom));

        var answer = patch(changer, target, Map.of("role", role)).statusCode(status);
        if (status == 200) {
            answer.body("role", equalTo(role));
        }
    }

    @Test
    void nobodyChangesHisOwnRoleOrTheOwners() {
        var workspace = Workspace.founded();
        var maintainer = workspace.member("maintainer");
        int owner = workspace.membership(workspace.owner());

        patch(maintainer, workspace.membership(maintainer), Map.of("role", "worker"))
                .statusCode(403);
        patch(maintainer, owner, Map.of("role", "worker")).statusCode(403);
        patch(workspace.owner(), owner, Map.of("role", "worker")).statusCode(403);
    }

    @Test
    void aChangeStatesTheRoleAndNothingElse() {
        var workspace = Workspace.founded();
        var worker = workspace.member("worker");
        int membership = workspace.membership(worker);
        var nothing = new HashMap<String, Object>();
        nothing.put("role", null);

        patch(workspace.owner(), membership, Map.of("role", "boss"))
                .statusCode(400)
                .body("role", contains("\"boss\" is not a valid choice."));
        patch(workspace.owner(), membership, Map.of("role", List.of("worker")))
                .statusCode(400)
                .body("role", contains("\"['worker']\" is not a valid choice."));
        patch(workspace.owner(), membership, nothing)
                .statusCode(400)
                .body("role", contains("This field may not be null."));
        for (var changer : List.of(workspace.owner(), Person.admin())) {
            patch(changer, membership, Map.of("role", "worker", "is_active", false))
                    .statusCode(403)
                    .body("detail", equalTo("Attempted to update an unknown field"));
        }
        patch(worker, membership, Map.of()).statusCode(200).body("role", equalTo("worker"));
        patch(Person.registers(), membership, Map.of()).statusCode(403);
    }

    @Test
    void anOwnerWhomTheOrganizationDoesNotNameRulesNobody() {
        var workspace = Workspace.founded();
        var second = workspace.member("worker");
        int worker = workspace.membership(workspace.member("worker"));
        patch(Person.admin(), workspace.membership(second), Map.of("role", "owner"))
                .statusCode(200);

        patch(second, worker, Map.of("role", "supervisor")).statusCode(403);
        second.asks().delete("/api/memberships/" + worker).then().statusCode(403);
        second.asks().delete("/api/organizations/" + workspace.id()).then().statusCode(403);
        second.asks().get("/api/organizations/" + workspace.id()).then().statusCode(200);
        patch(workspace.owner(), workspace.membership(second), Map.of("role", "worker"))
                .statusCode(403);
    }

    @Test
    void aWeakMaintainerChangesNobody() {
        var workspace = Workspace.founded();
        var weak = groups.personIn("worker");
        workspace.invite(workspace.owner(), "maintainer", weak.email()).then().statusCode(201);
        int worker = workspace.membership(workspace.member("worker"));

        patch(weak, worker, Map.of("role", "supervisor")).statusCode(403);
        weak.asks()
                .delete("/api/memberships/" + workspace.membership(weak))
                .then()
                .statusCode(204);
    }

    @Test
    void whoLeavesOrIsRemovedIsAStrangerAndMayComeBack() {
        var workspace = Workspace.founded();
        var maintainer = workspace.member("maintainer");
        var supervisor = workspace.member("supervisor");
        var worker = workspace.member("worker");
        int owner = workspace.membership(workspace.owner());
        int gone = workspace.membership(worker);

        supervisor.asks().delete("/api/memberships/" + gone).then().statusCode(403);
        maintainer.asks().delete("/api/memberships/" + owner).then().statusCode(403);
        workspace.owner().asks().delete("/api/memberships/" + owner).then().statusCode(403);
        supervisor
                .asks()
                .delete("/api/memberships/" + workspace.membership(supervisor))
                .then()
                .statusCode(204);
        supervisor.asks().get("/api/users?org=" + workspace.slug()).then().statusCode(403);
        maintainer.asks().delete("/api/memberships/" + gone).then().statusCode(204);
        maintainer.asks().delete("/api/memberships/" + gone).then().statusCode(404);
        workspace.invite(maintainer, "worker", worker.email()).then().statusCode(201);
        assertThat(trail.of(worker.id()))
                .extracting(AuditTrail.Row::act)
                .contains("invitation.created", "membership.ended");
    }

    @Test
    void theOthersAreToldOfEachChange() {
        var workspace = Workspace.founded();
        var worker = workspace.member("worker");
        int membership = workspace.membership(worker);
        try (var states = EventTap.of("limn.memberships");
                var identities = EventTap.of("limn.identity")) {
            states.awaitEvent("memberships.state", String.valueOf(membership));
            patch(workspace.owner(), membership, Map.of("role", "supervisor")).statusCode(200);

            var state = states.awaitEvent("memberships.state", String.valueOf(membership));
            assertThat(state.at("/data/role").asText()).isEqualTo("supervisor");
            assertThat(state.at("/data/user_id").asInt()).isEqualTo(worker.id());
            assertThat(state.at("/data/organization_id").asInt()).isEqualTo(workspace.id());
            identities.awaitEvent("identity.changed", String.valueOf(worker.id()));
        }
    }

    @Test
    void thereIsNoOtherWayToBecomeAMember() {
        var workspace = Workspace.founded();
        var owner = workspace.owner();
        owner.asks()
                .contentType("application/json")
                .body("{\"user\": 1}")
                .post("/api/memberships")
                .then()
                .statusCode(405);
        owner.asks()
                .contentType("application/json")
                .body("{\"role\": \"worker\"}")
                .put("/api/memberships/" + workspace.membership(owner))
                .then()
                .statusCode(405);
        owner.asks()
                .queryParam("org", workspace.slug())
                .get("/api/memberships")
                .then()
                .body("results", hasSize(1));
    }

    private static ValidatableResponse patch(Person person, int membership, Map<String, ?> body) {
        return person.asks()
                .contentType("application/json")
                .body(body)
                .patch("/api/memberships/" + membership)
                .then();
    }
}
