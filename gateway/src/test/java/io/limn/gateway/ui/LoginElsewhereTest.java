package io.limn.gateway.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LoginElsewhereTest.WithProvider.class)
class LoginElsewhereTest {
    /** People sign in at an identity provider. */
    public static class WithProvider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("limn.auth.oidc.issuer", "https://people.example.org");
        }
    }

    private static Response open(String address) {
        return given().redirects().follow(false).urlEncodingEnabled(false).get(address);
    }

    @Test
    void theFormIsLeftOut() {
        var answer = open("/auth/login?next=/tasks/5");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/api/auth/oidc/login?next=%2Ftasks%2F5");
        assertThat(open("/auth/login").header("Location")).isEqualTo("/api/auth/oidc/login?next=%2F");
    }

    @Test
    void theFormIsThereForAccountsOfOurOwn() {
        open("/auth/login?local").then().statusCode(200).body(containsString("The application"));
    }

    @Test
    void whoIsNotSignedInIsSentOnFromEveryPage() {
        assertThat(open("/").header("Location")).isEqualTo("/api/auth/oidc/login?next=%2F");
        assertThat(open("/tasks?page=2").header("Location")).isEqualTo("/api/auth/oidc/login?next=%2Ftasks%3Fpage%3D2");
        given().cookie("sessionid", "x").get("/tasks").then().statusCode(200);
    }

    @Test
    void filesAndPagesForStrangersAreServed() {
        open("/assets/code-1a2b.js").then().statusCode(200);
        open("/auth/email-confirmation").then().statusCode(200);
    }
}
