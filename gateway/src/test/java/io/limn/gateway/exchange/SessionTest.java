package io.limn.gateway.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SessionTest {
    private static final String SECRET = "abcdefghijklmnopqrstuvwxyz012345";
    private static final String GONE = "=\"\"; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax";

    private static RequestSpecification session(String cookies) {
        return given().header("Cookie", "sessionid=live-3; " + cookies);
    }

    @Test
    void aSessionIsProlongedOnceADay() {
        assertThat(given().header("Cookie", "sessionid=live-3")
                        .get("/api/users/self")
                        .headers()
                        .getValues("Set-Cookie"))
                .satisfiesExactly(
                        fresh -> assertThat(fresh)
                                .matches(
                                        "sessionfresh=1; expires=[^;]+ GMT; HttpOnly; Max-Age=86400; Path=/; SameSite=Lax"),
                        session -> assertThat(session)
                                .matches("sessionid=live-3; expires=[^;]+ GMT; HttpOnly; Max-Age=1209600; Path=/; "
                                        + "SameSite=Lax"));
        assertThat(session("sessionfresh=1").get("/api/users/self").headers().getValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void aSessionThatIsOverIsTakenBack() {
        assertThat(given().header("Cookie", "sessionid=over; sessionfresh=1")
                        .get("/api/users/self")
                        .headers()
                        .getValues("Set-Cookie"))
                .containsExactly("sessionfresh" + GONE, "sessionid" + GONE);
        assertThat(given().header("Cookie", "sessionid=inactive")
                        .get("/api/users/self")
                        .headers()
                        .getValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void signingInAndOutTakesTheFreshnessAlong() {
        var in = given().header("Cookie", "sessionid=over")
                .post("/api/auth/login?stub=login")
                .headers()
                .getValues("Set-Cookie");
        assertThat(in).hasSize(2);
        assertThat(in.getFirst()).startsWith("sessionfresh=1;");
        assertThat(in.getLast()).startsWith("sessionid=new;");
        var out = session("csrftoken=" + SECRET + "; sessionfresh=1")
                .header("X-CSRFToken", SECRET)
                .post("/api/auth/logout?stub=logout")
                .headers()
                .getValues("Set-Cookie");
        assertThat(out).containsExactly("sessionfresh" + GONE, "sessionid=\"\"; Max-Age=0; Path=/; SameSite=Lax");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, CSRF cookie not set.",
                "-, " + SECRET + ", CSRF cookie not set.",
                SECRET + ", -, CSRF token missing.",
                SECRET + ", xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, CSRF token from the 'X-Csrftoken' HTTP header incorrect.",
                SECRET + ", short, CSRF token from the 'X-Csrftoken' HTTP header has incorrect length.",
                SECRET
                        + ", !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!, CSRF token from the 'X-Csrftoken' HTTP header has invalid characters."
            })
    void writingWithASessionNeedsTheSecretOfItsPages(String cookie, String header, String reason) {
        var request = session("sessionfresh=1" + (cookie == null ? "" : "; csrftoken=" + cookie));
        if (header != null) {
            request.header("X-CSRFToken", header);
        }
        request.post("/api/organizations").then().statusCode(403).body("detail", equalTo("CSRF Failed: " + reason));
    }

    @Test
    void theSecretMayBeMasked() {
        var mask = "b".repeat(32);
        var sum = SECRET.chars()
                .mapToObj(letter -> {
                    var letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
                    return String.valueOf(letters.charAt((letters.indexOf(letter) + 1) % letters.length()));
                })
                .reduce("", String::concat);
        session("csrftoken=" + SECRET)
                .header("X-CSRFToken", mask + sum)
                .post("/api/organizations")
                .then()
                .statusCode(200);
    }

    @Test
    void writingIsForPagesOfTheOwnOrigin() {
        session("csrftoken=" + SECRET)
                .header("X-CSRFToken", SECRET)
                .header("Origin", "http://evil.example.org")
                .post("/api/organizations")
                .then()
                .statusCode(403)
                .body(
                        "detail",
                        equalTo("CSRF Failed: Origin checking failed - http://evil.example.org does not match any "
                                + "trusted origins."));
        session("csrftoken=" + SECRET)
                .header("X-CSRFToken", SECRET)
                .header("Origin", "http://localhost:" + RestAssured.port)
                .post("/api/organizations")
                .then()
                .statusCode(200);
        session("csrftoken=" + SECRET)
                .header("X-CSRFToken", SECRET)
                .header("X-Forwarded-Proto", "https")
                .post("/api/organizations")
                .then()
                .statusCode(403)
                .body("detail", equalTo("CSRF Failed: Referer checking failed - no Referer."));
    }

    @Test
    void readingAndOtherCredentialsAreFree() {
        session("")
                .header("Origin", "http://evil.example.org")
                .get("/api/users/self")
                .then()
                .statusCode(200);
        session("")
                .header("Authorization", "Token user-3")
                .post("/api/organizations")
                .then()
                .statusCode(200);
        given().header("Cookie", "sessionid=over")
                .post("/api/auth/login")
                .then()
                .statusCode(200);
    }
}
