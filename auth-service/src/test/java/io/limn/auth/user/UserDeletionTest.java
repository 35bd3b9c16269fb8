package io.limn.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.limn.auth.Neighbours;
import io.limn.auth.Person;
import io.limn.auth.audit.AuditTrail;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
class UserDeletionTest {
    @Inject
    AuditTrail trail;

    @AfterEach
    void heal() {
        Neighbours.heal();
    }

    @Test
    void theOtherServicesForgetAUserBeforeTheAnswer() {
        var alice = Person.registers();
        int id = alice.id();
        alice.asks().delete("/api/users/" + id).then().statusCode(204);

        assertThat(Neighbours.calls("/internal/users/" + id))
                .containsExactly("DELETE /task/internal/users/" + id, "DELETE /data/internal/users/" + id);
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
        Neighbours.fail("GET /data/internal/presence");
        alice.asks().delete("/api/users/" + id).then().statusCode(503).body("detail", containsString("data-service"));

        assertThat(Neighbours.calls("/internal/users/" + id)).isEmpty();
        alice.asks().get("/api/users/self").then().statusCode(200);
    }

    @Test
    void aDeletionThatBrokeIsRepeated() {
        var alice = Person.registers();
        int id = alice.id();
        Neighbours.fail("DELETE /data/internal/users/" + id);
        alice.asks().delete("/api/users/" + id).then().statusCode(503);
        alice.asks().get("/api/users/self").then().statusCode(200);
        Neighbours.heal();
        alice.asks().delete("/api/users/" + id).then().statusCode(204);
    }

    @Test
    void othersAreLeftAlone() {
        int bobby = Person.registers().id();
        Person.registers().asks().delete("/api/users/" + bobby).then().statusCode(403);
    }
}
