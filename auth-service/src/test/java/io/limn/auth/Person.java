package io.limn.auth;

import static io.restassured.RestAssured.given;

import io.limn.common.testing.Jwts;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who uses the service, through a gateway that trades each of his credentials. */
public final class Person {
    /** A password that the rules allow. */
    public static final String PASSWORD = "Zq7!4419-8362";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String username;
    private final String password;
    private String key;
    private String session;

    private Person(String username, String password) {
        this.username = username;
        this.password = password;
    }

    /** A name that nobody has yet. */
    public static String freshName() {
        return "person" + COUNT.incrementAndGet() + "x" + Long.toString(System.nanoTime(), 36);
    }

    /** Somebody new, who has registered. */
    public static Person registers() {
        var person = new Person(freshName(), PASSWORD);
        var answer = register(Map.of(
                "username",
                person.username,
                "email",
                person.email(),
                "password1",
                PASSWORD,
                "password2",
                PASSWORD,
                "first_name",
                "Alice",
                "last_name",
                "Example"));
        answer.then().statusCode(201);
        person.remember(answer);
        return person;
    }

    /** Somebody new with a given address, who has registered. */
    public static Person registersWith(String email) {
        var person = new Person(freshName(), PASSWORD);
        var answer = register(
                Map.of("username", person.username, "email", email, "password1", PASSWORD, "password2", PASSWORD));
        answer.then().statusCode(201);
        person.remember(answer);
        return person;
    }

    /** The administrator of the tests. */
    public static Person admin() {
        var person = new Person("admin", "Fox-Lantern-7731");
        person.login();
        return person;
    }

    /** Sends a registration. */
    public static Response register(Map<String, ?> body) {
        return given().contentType("application/json").body(body).post("/api/auth/register");
    }

    /** Sends a sign-in. */
    public static Response login(Map<String, ?> body) {
        return given().contentType("application/json").body(body).post("/api/auth/login");
    }

    /** Signs in by name. */
    public Response login() {
        var answer = login(Map.of("username", username, "password", password));
        answer.then().statusCode(200);
        remember(answer);
        return answer;
    }

    private void remember(Response answer) {
        key = answer.path("key");
        session = answer.cookie("sessionid");
    }

    /** Sign-in name. */
    public String username() {
        return username;
    }

    /** Address. */
    public String email() {
        return username + "@example.org";
    }

    /** The permanent key. */
    public String key() {
        return key;
    }

    /** Id of the session. */
    public String session() {
        return session;
    }

    /** Trades a credential as the gateway does. */
    public static Response exchange(String authorization, String session) {
        var body = new HashMap<String, String>();
        body.put("authorization", authorization);
        body.put("session", session);
        return given().header("Authorization", "Bearer " + Jwts.service("gateway"))
                .contentType("application/json")
                .body(body)
                .post("/internal/exchange");
    }

    /** The token that the permanent key is worth. */
    public String token() {
        return exchange("Token " + key, null).then().statusCode(200).extract().path("jwt");
    }

    /** A request of this person. */
    public RequestSpecification asks() {
        return given().header("Authorization", "Bearer " + token());
    }

    /** A request of this person's browser. */
    public RequestSpecification browses() {
        return browses(session);
    }

    /** A request of a browser of this person with some session. */
    public RequestSpecification browses(String sessionId) {
        String jwt = exchange(null, sessionId).then().statusCode(200).extract().path("jwt");
        return given().header("Authorization", "Bearer " + jwt).cookie("sessionid", sessionId);
    }

    /** Id of the user. */
    public int id() {
        return asks().get("/api/users/self").then().statusCode(200).extract().path("id");
    }

    /** The body of a registration of somebody new, with changes; {@code null} leaves a member out. */
    public static Map<String, Object> application(Map<String, Object> changes) {
        var name = freshName();
        var body = new LinkedHashMap<String, Object>();
        body.put("username", name);
        body.put("email", name + "@example.org");
        body.put("password1", PASSWORD);
        body.put("password2", PASSWORD);
        body.putAll(changes);
        return body;
    }
}
