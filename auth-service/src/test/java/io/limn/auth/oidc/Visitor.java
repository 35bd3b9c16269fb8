package io.limn.auth.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.auth.MailResource;
import io.limn.auth.Person;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A browser of somebody whom the provider knows. */
final class Visitor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> claims = new LinkedHashMap<>();

    /** Somebody new, with a verified address. */
    Visitor() {
        var name = Person.freshName();
        claims.put("sub", "subject of " + name);
        claims.put("preferred_username", name);
        claims.put("email", name + "@example.org");
        claims.put("email_verified", true);
        claims.put("given_name", "Ada");
        claims.put("family_name", "Löwe");
        claims.put("groups", List.of());
    }

    /** The same with another claim. */
    Visitor with(String claim, Object value) {
        claims.put(claim, value);
        return this;
    }

    String subject() {
        return (String) claims.get("sub");
    }

    String username() {
        return (String) claims.get("preferred_username");
    }

    String email() {
        return (String) claims.get("email");
    }

    /** Begins a sign-in here. */
    static Response begin(String next) {
        var begun = given().redirects().follow(false).queryParam("next", next).get("/api/auth/oidc/login");
        assertThat(begun.statusCode()).isEqualTo(302);
        return begun;
    }

    /** Signs in at the provider; the query with which it sends the browser back. */
    String atProvider(Response begun) {
        try (var client = HttpClient.newHttpClient()) {
            var who = URLEncoder.encode(JSON.writeValueAsString(claims), StandardCharsets.UTF_8);
            var page = URI.create(begun.header("Location") + "&who=" + who);
            var answer = client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
            var back = answer.headers().firstValue("Location").orElseThrow();
            assertThat(back).startsWith(MailResource.SITE + "/api/auth/oidc/callback?");
            return back.substring(back.indexOf('?'));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Comes back from the provider. */
    static Response back(String query, String cookie) {
        var request = given().redirects().follow(false).urlEncodingEnabled(false);
        return (cookie == null ? request : request.cookie(OidcCookie.NAME, cookie))
                .get("/api/auth/oidc/callback" + query);
    }

    /** All of it. */
    Response signsIn() {
        var begun = begin("/tasks?page=2");
        return back(atProvider(begun), begun.cookie(OidcCookie.NAME));
    }

    /** All of it, and what the user sees of himself then. */
    Response self() {
        var answer = signsIn();
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(302);
        String jwt = Person.exchange(null, answer.cookie("sessionid")).path("jwt");
        return given().header("Authorization", "Bearer " + jwt).get("/api/users/self");
    }
}
