package io.limn.auth.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.limn.auth.Person;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class LogoutTest {
    @Test
    void signingOutWithoutBeingSignedInIsNoError() {
        given().post("/api/auth/logout").then().statusCode(200).body("detail", equalTo("Successfully logged out."));
    }

    @Test
    void theSessionAndTheKeyEnd() {
        var alice = Person.registers();
        var answer = alice.asks()
                .cookie("sessionid", alice.session())
                .contentType("application/json")
                .body("{\"any\": \"thing\"}")
                .post("/api/auth/logout");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().getValues("Set-Cookie"))
                .containsExactly(
                        "sessionid=\"\"; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax");
        Person.exchange("Token " + alice.key(), null).then().statusCode(401).body("detail", equalTo("Invalid token."));
        Person.exchange(null, alice.session()).then().statusCode(200).body("session_ended", equalTo(true));
    }

    @Test
    void theNextSignInMakesANewKey() {
        var alice = Person.registers();
        var old = alice.key();
        alice.asks().post("/api/auth/logout").then().statusCode(200);
        alice.login();

        assertThat(alice.key()).isNotEqualTo(old);
        alice.asks().get("/api/users/self").then().statusCode(200);
    }
}
