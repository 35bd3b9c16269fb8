package io.limn.task.organization;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.limn.common.testing.EventTap;
import io.limn.common.testing.Jwts;
import io.limn.task.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrganizationObjectsTest extends ApiTest {
    @Test
    void whatBelongedToADeletedOrganizationIsItsOwnersOwn() {
        var member = Jwts.user(21, "anna").membership(7101, "gone", "supervisor");
        int project = create(member, "/api/projects?org=gone", Map.of("name", "p"));
        int task = create(member, "/api/tasks?org=gone", Map.of("name", "t", "labels", List.of()));
        service().get("/internal/organizations/7101").then().statusCode(200).body("objects", equalTo(2));

        for (int time = 0; time < 2; time++) {
            service().delete("/internal/organizations/7101").then().statusCode(204);
        }

        var anna = Jwts.user(21, "anna");
        as(anna).get("/api/projects/" + project).then().statusCode(200).body("organization", nullValue());
        as(anna).get("/api/tasks/" + task).then().statusCode(200).body("organization_id", nullValue());
        as(anna).get("/api/projects?org=&name=p").then().body("results.id", equalTo(List.of(project)));
    }

    @Test
    void whatCameIntoItMeanwhileIsLetGoOfAfterwards() {
        var member = Jwts.user(22, "berta").membership(7102, "going", "supervisor");
        int project = create(member, "/api/projects?org=going", Map.of("name", "late"));
        try (var organizations = EventTap.of("limn.organizations")) {
            organizations.publishDeletion("7102");
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as(Jwts.user(22, "berta"))
                .get("/api/projects/" + project)
                .then()
                .body("organization", nullValue()));
    }

    @Test
    void onlyServicesTellIt() {
        as(ADMIN).delete("/internal/organizations/7103").then().statusCode(401);
    }

    private static RequestSpecification service() {
        return given().header("Authorization", "Bearer " + Jwts.service("auth-service"));
    }
}
