package io.limn.task;

import static io.restassured.RestAssured.given;

import io.limn.common.testing.Jwts;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.limn.task.testing.StubServices;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The service with a real database and broker, and two people who do not know each other. */
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Blobs.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = StubServices.class, scope = TestResourceScope.GLOBAL)
public abstract class ApiTest {
    protected static final long ALICE_ID = 11;
    protected static final Jwts ALICE = Jwts.user(ALICE_ID, "alice");
    protected static final Jwts BOB = Jwts.user(12, "bob");
    protected static final Jwts ADMIN = Jwts.admin(1, "admin");

    protected static RequestSpecification as(Jwts user) {
        return given().header("Authorization", user.bearer()).contentType(ContentType.JSON);
    }

    /** A call of data-service on behalf of a user. */
    protected static RequestSpecification dataServiceFor(Jwts user) {
        return given().header("Authorization", "Bearer " + Jwts.service("data-service"))
                .header("X-Limn-User", user.token())
                .contentType(ContentType.JSON);
    }

    /** Creates an object and returns its id. */
    protected static int create(Jwts user, String path, Map<String, ?> body) {
        return as(user).body(body).post(path).then().statusCode(201).extract().path("id");
    }
}
