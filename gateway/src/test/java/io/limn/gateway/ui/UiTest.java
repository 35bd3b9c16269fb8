package io.limn.gateway.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UiTest {
    @Test
    void everyOtherPathIsThePageOfTheApplication() {
        for (var path : new String[] {"/", "/tasks/5/jobs/7", "/auth/login", "/index.html", "/q/metrics"}) {
            given().get(path)
                    .then()
                    .statusCode(200)
                    .contentType("text/html; charset=utf-8")
                    .header("Cache-Control", "no-cache, no-store, must-revalidate")
                    .header("Cross-Origin-Embedder-Policy", "credentialless")
                    .header("Cross-Origin-Opener-Policy", "same-origin")
                    .body(containsString("The application"));
        }
    }

    @Test
    void assetsAreKeptByBrowsers() {
        given().get("/assets/code-1a2b.js")
                .then()
                .statusCode(200)
                .contentType("application/javascript")
                .header("Cache-Control", "public, max-age=31536000")
                .header("Cross-Origin-Embedder-Policy", "require-corp")
                .header("Service-Worker-Allowed", "/")
                .body(equalTo("start()"));
        given().get("/assets/worker-3c4d.mjs").then().contentType("application/javascript");
        given().get("/assets/old-build.js").then().statusCode(404);
    }

    @Test
    void nothingOutsideTheDirectoryIsServed() {
        given().urlEncodingEnabled(false)
                .get("/assets/..%2f..%2f..%2fetc/passwd")
                .then()
                .statusCode(404);
        given().urlEncodingEnabled(false).get("/..%2f..%2fetc/passwd").then().body(containsString("The application"));
    }

    @Test
    void aPageIsOnlyRead() {
        given().post("/tasks").then().statusCode(405);
        assertThat(given().head("/").asString()).isEmpty();
    }

    @Test
    void ownFilesAreServed() {
        given().get("/static/logo.svg").then().statusCode(200).contentType("image/svg+xml");
        given().get("/static/swagger/swagger-ui-bundle.js").then().statusCode(200);
        given().get("/static/../application.properties").then().body(containsString("The application"));
        given().get("/static/nothing.js").then().statusCode(404);
    }
}
