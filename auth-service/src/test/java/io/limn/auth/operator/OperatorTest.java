package io.limn.auth.operator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.limn.auth.Person;
import io.limn.auth.audit.AuditTrail;
import io.limn.common.identity.IdentityConfig;
import io.limn.common.testing.Jwts;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The operator's commands against the running service, with the key of the service. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class OperatorTest {
    private final IdentityConfig config;
    private final AuditTrail trail;
    private final Typist terminal = new Typist();

    OperatorTest(IdentityConfig config, AuditTrail trail) {
        this.config = config;
        this.trail = trail;
    }

    /** A terminal whose user types one password. */
    private static final class Typist extends OperatorTerminal {
        private final List<String> said = new ArrayList<>();
        private String password = Person.PASSWORD;

        @Override
        void say(String text) {
            said.add(text);
        }

        @Override
        void fail(String text) {
            said.add(text);
        }

        @Override
        Password password(boolean fromInput) {
            return password == null ? super.password(false) : new Password(password, false);
        }
    }

    private int limn(String... words) {
        var address = URI.create("http://127.0.0.1:" + RestAssured.port);
        var calls = new OperatorCalls(address, config.serviceKey().orElseThrow());
        return new OperatorProgram(terminal, calls).run(words);
    }

    private String last() {
        return terminal.said.getLast();
    }

    @Test
    void aUserIsMadeAndSignsIn() {
        var name = Person.freshName();

        assertThat(limn("create", name, "--email", name + "@example.org", "--group", "admin"))
                .isZero();

        assertThat(last()).isEqualTo("The user " + name + " was made.");
        var login = Person.login(Map.of("username", name, "password", Person.PASSWORD));
        login.then().statusCode(200);
        limn("list");
        assertThat(last()).isNotBlank();
        assertThat(terminal.said).anyMatch(line -> line.contains(name) && line.contains("admin"));
        assertThat(limn("create", name)).isEqualTo(1);
        assertThat(last()).contains("A user with that username already exists.");
    }

    @Test
    void aPasswordThatIsMadeUpIsToldOnce() {
        var name = Person.freshName();
        terminal.password = null;

        assertThat(limn("create", name)).isZero();

        var told = last();
        var password = told.substring(told.lastIndexOf(' ') + 1);
        Person.login(Map.of("username", name, "password", password)).then().statusCode(200);
    }

    @Test
    void anotherPasswordTakesThePlaceOfTheOldOne() {
        var person = Person.registers();
        terminal.password = "Heron-Quarry-6620";

        assertThat(limn("reset-password", person.username())).isZero();

        Person.login(Map.of("username", person.username(), "password", Person.PASSWORD))
                .then()
                .statusCode(400);
        Person.login(Map.of("username", person.username(), "password", "Heron-Quarry-6620"))
                .then()
                .statusCode(200);
        terminal.password = "12345678";
        assertThat(limn("reset-password", person.username())).isEqualTo(1);
        assertThat(last()).contains("password");
    }

    @Test
    void groupsAndTheRightToSignInAreChangedAndRecorded() {
        var person = Person.registers();

        assertThat(limn("grant", person.username(), "worker")).isZero();
        assertThat(person.asks().get("/api/users/self").<List<String>>path("groups"))
                .containsExactly("worker");
        assertThat(limn("deactivate", person.username())).isZero();
        Person.login(Map.of("username", person.username(), "password", Person.PASSWORD))
                .then()
                .statusCode(400);
        assertThat(limn("activate", person.username())).isZero();
        Person.login(Map.of("username", person.username(), "password", Person.PASSWORD))
                .then()
                .statusCode(200);

        assertThat(trail.of(person.id()))
                .extracting(AuditTrail.Row::act)
                .contains("operator.group.granted", "operator.user.deactivated", "operator.user.activated");
    }

    @Test
    void wrongCommandsAreExplained() {
        assertThat(limn("destroy")).isEqualTo(2);
        assertThat(last()).startsWith("There is no command destroy.");
        assertThat(limn("grant", "nobody-at-all", "user")).isEqualTo(1);
        assertThat(last()).isEqualTo("There is no user nobody-at-all.");
        assertThat(limn("grant", "nobody-at-all", "king")).isEqualTo(1);
        assertThat(limn("grant")).isEqualTo(2);
        assertThat(limn("list", "everything")).isEqualTo(2);
        assertThat(limn()).isZero();
    }

    @Test
    void nobodyElseMayDoThis() {
        for (var service : List.of("gateway", "task-service", "data-service", "lambda-service")) {
            given().header("Authorization", "Bearer " + Jwts.service(service))
                    .get("/internal/operator/users")
                    .then()
                    .statusCode(403);
        }
        given().header("Authorization", Jwts.admin(1, "admin").bearer())
                .get("/internal/operator/users")
                .then()
                .statusCode(401);
    }
}
