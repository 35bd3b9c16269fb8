package io.limn.gateway.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;

import io.limn.common.testing.ContractFilter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocsTest {
    /** The description is of a type of its own, which the comparison with the description does not read. */
    private static RequestSpecification plain() {
        return given().noFiltersOfType(ContractFilter.class);
    }

    @Test
    void theDescriptionComesAsJsonAndAsYaml() {
        plain().header("X-Forwarded-For", UUID.randomUUID())
                .get("/api/schema/?scheme=json")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/vnd.oai.openapi+json")
                .header("Content-Disposition", "inline; filename=\"CVAT REST API (2.0).json\"")
                .body("paths", hasKey("/api/server/about"));
        plain().header("X-Forwarded-For", UUID.randomUUID())
                .get("/api/schema/")
                .then()
                .header("Content-Type", "application/vnd.oai.openapi; charset=utf-8")
                .body(containsString("openapi"));
    }

    @Test
    void theFormFollowsTheClient() {
        assertThat(SchemaForm.of("application/json, text/plain, */*", null))
                .matches(form -> form.orElseThrow().isJson());
        assertThat(SchemaForm.of("application/vnd.oai.openapi+json", null))
                .matches(form -> form.orElseThrow().isJson());
        assertThat(SchemaForm.of("*/*", null).orElseThrow().isJson()).isFalse();
        assertThat(SchemaForm.of("*/*", "json").orElseThrow().isJson()).isTrue();
        assertThat(SchemaForm.of("application/json", "yaml").orElseThrow().isJson())
                .isFalse();
        assertThat(SchemaForm.of("*/*", "xml")).isEmpty();
        assertThat(SchemaForm.of("text/csv", null)).isEmpty();
    }

    @Test
    void theViewerNeedsNothingFromElsewhere() {
        for (var path : new String[] {"/api/docs/", "/api/swagger/"}) {
            var page = given().header("X-Forwarded-For", UUID.randomUUID())
                    .get(path)
                    .then()
                    .statusCode(200);
            assertThat(page.extract().asString())
                    .contains("/static/swagger/swagger-ui-bundle.js")
                    .doesNotContain("https://");
        }
    }
}
