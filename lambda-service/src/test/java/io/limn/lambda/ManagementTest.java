package io.limn.lambda;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ManagementTest {
    @TestHTTPResource(value = "", management = true)
    URI management;

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void healthIsOnTheManagementPort(String probe) {
        given().get(address("health/" + probe)).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void metricsAreOnTheManagementPort() {
        given().get(address("metrics")).then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    @Test
    void theContractIsServed() {
        given().get(address("openapi")).then().statusCode(200).body(containsString("/api/lambda/functions"));
    }

    private String address(String path) {
        return management.resolve("/q/" + path).toString();
    }
}
