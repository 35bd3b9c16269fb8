package io.limn.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.limn.auth.OtherServices;
import io.limn.auth.Person;
import io.limn.auth.audit.AuditTrail;
import io.limn.common.testing.EventTap;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OtherServices.class, scope = TestResourceScope.GLOBAL)
class UserDeletionTest {
    @Inject
    AuditTrail trail;

    @Test
    void theOtherServicesForgetAUserBeforeTheAnswer() {
        var alice = Person.registers();
        int id = alice.id();
        alice.asks().delete("/api/users/" + id).then().statusCode(204);

        assertThat(told(id))
                .containsExactly(
                        "task GET /internal/users/" + id,
                        "data GET /internal/users/" + id,
                        "task DELETE /internal/users/" + id,
                        "data DELETE /internal/users/" + id);
        Person.admin().asks().get("/api/users/" + id).then().statusCode(404);
        Person.exchange("Token " + alice.key(), null).then().statusCode(401);
        Person.login(Map.of("username", alice.username(), "password", Person.PASSWORD))
                .then()
                .statusCode(400);
        assertThat(trail.of(id).getLast().act()).isEqualTo("user.deleted");
        Person.admin().asks().delete("/api/users/" + id).then().statusCode(404);
    }

    @Test
    void nothingIsChangedAnywhereWhileAServiceIsAway() {
        var alice = Person.registers();
        int id = alice.id();
        OtherServices.without("data", () -> alice.asks()
                .delete("/api/users/" + id)
                .then()
                .statusCode(503)
                .body("detail", containsString("not available")));

        assertThat(told(id)).containsExactly("task GET /internal/users/" + id);
        alice.asks().get("/api/users/self").then().statusCode(200);
        alice.asks().delete("/api/users/" + id).then().statusCode(204);
    }

    @Test
    void anOrganizationOutlivesItsOwnerAndHisMembershipDoesNot() {
        var alice = Person.registers();
        int id = alice.id();
        int organization = alice.asks()
                .contentType("application/json")
                .body(Map.of("slug", "o" + id))
                .post("/api/organizations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        alice.asks().delete("/api/users/" + id).then().statusCode(204);

        Person.admin()
                .asks()
                .get("/api/organizations/" + organization)
                .then()
                .statusCode(200)
                .body("owner", nullValue());
        Person.admin()
                .asks()
                .queryParam("org_id", organization)
                .get("/api/memberships")
                .then()
                .body("count", equalTo(0));
        try (var states = EventTap.of("limn.organizations")) {
            states.awaitEvent(event -> event.path("subject").asText().equals(String.valueOf(organization))
                    && event.at("/data/owner_id").isNull());
        }
    }

    @Test
    void othersAreLeftAlone() {
        int bobby = Person.registers().id();
        Person.registers().asks().delete("/api/users/" + bobby).then().statusCode(403);
    }

    private static List<String> told(int user) {
        return OtherServices.told().stream()
                .filter(words -> words.endsWith("/internal/users/" + user))
                .toList();
    }
}
