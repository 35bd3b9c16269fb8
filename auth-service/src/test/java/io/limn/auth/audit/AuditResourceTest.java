package io.limn.auth.audit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.limn.auth.Person;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class AuditResourceTest {
    @Test
    void administratorsReadWhatWasDone() {
        var alice = Person.registers();
        int id = alice.id();
        alice.login();
        Person.admin()
                .asks()
                .queryParam("user_id", id)
                .get("/api/auth/audit")
                .then()
                .statusCode(200)
                .body("results.act", contains("login", "register"))
                .body("results.user_id", everyItem(equalTo(id)))
                .body("results.happened", everyItem(notNullValue()));
        Person.admin()
                .asks()
                .queryParam(
                        "filter",
                        "{\"and\":[{\"==\":[{\"var\":\"act\"},\"register\"]},{\"==\":[{\"var\":\"user_id\"}," + id
                                + "]}]}")
                .get("/api/auth/audit")
                .then()
                .body("count", equalTo(1))
                .body("results.act", hasItem("register"));
    }

    @Test
    void nobodyElseDoes() {
        Person.registers().asks().get("/api/auth/audit").then().statusCode(403);
        RestAssured.get("/api/auth/audit").then().statusCode(401);
    }
}
