package io.limn.data.organization;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.limn.common.testing.Jwts;
import io.limn.data.DataTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrganizationObjectsTest extends DataTest {
    @Test
    void requestsOfADeletedOrganizationBelongToNone() {
        long task = newTask();
        service("task-service")
                .contentType("application/json")
                .body(Map.of(
                        "id", "action=export&target=task&target_id=" + task + "&subresource=dataset&user_id=31",
                        "action", "export",
                        "target", "task",
                        "target_id", task,
                        "subresource", "dataset",
                        "user_id", 31,
                        "username", "cora",
                        "organization_id", 7201,
                        "organization_slug", "gone"))
                .post("/internal/requests")
                .then()
                .statusCode(201);
        service("auth-service").get("/internal/organizations/7201").then().body("objects", equalTo(1));

        service("auth-service").delete("/internal/organizations/7201").then().statusCode(204);

        service("auth-service").get("/internal/organizations/7201").then().body("objects", equalTo(0));
        as(ADMIN).delete("/internal/organizations/7201").then().statusCode(401);
    }

    private static RequestSpecification service(String name) {
        return given().header("Authorization", "Bearer " + Jwts.service(name));
    }
}
