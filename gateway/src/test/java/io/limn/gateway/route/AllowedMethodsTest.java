package io.limn.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedMethodsTest {
    private final AllowedMethods methods = AllowedMethods.of(
            """
            {"paths": {
              "/api/users": {"get": {}},
              "/api/users/self": {"get": {}},
              "/api/users/{id}": {"parameters": [], "patch": {}, "delete": {}, "get": {}},
              "/api/auth/login": {"post": {}},
              "/api/tasks/{id}/data/": {"post": {}, "get": {}},
              "/api/tasks/{id}/data/meta": {"get": {}, "patch": {}},
              "/api/webhooks/{id}": {"get": {}}
            }}
            """, List.of("/api/tasks/{id}/data/{key},PATCH|HEAD|OPTIONS", "/api/webhooks/{key},GET|PUT"));

    @Test
    void methodsOfAPathAreListedInTheUsualOrder() {
        assertThat(methods.allow("/api/users")).contains("GET, HEAD, OPTIONS");
        assertThat(methods.allow("/api/users/7")).contains("GET, PATCH, DELETE, HEAD, OPTIONS");
        assertThat(methods.allow("/api/auth/login")).contains("POST, OPTIONS");
    }

    @Test
    void aNamedPathWinsOverAParameter() {
        assertThat(methods.allow("/api/users/self")).contains("GET, HEAD, OPTIONS");
    }

    @Test
    void theSlashAtTheEndDoesNotMatter() {
        assertThat(methods.allow("/api/tasks/5/data")).contains("GET, POST, HEAD, OPTIONS");
        assertThat(methods.allow("/api/tasks/5/data/")).contains("GET, POST, HEAD, OPTIONS");
    }

    @Test
    void exceptionsWinOverTheDescription() {
        assertThat(methods.allow("/api/webhooks/3")).contains("GET, PUT");
        assertThat(methods.allow("/api/tasks/5/data/0f3a")).contains("PATCH, HEAD, OPTIONS");
        assertThat(methods.allow("/api/tasks/5/data/meta")).contains("GET, PATCH, HEAD, OPTIONS");
    }

    @Test
    void ofUnknownPathsNothingIsSaid() {
        assertThat(methods.allow("/api/nothing")).isEmpty();
        assertThat(AllowedMethods.of("{}", List.of()).allow("/api/users")).isEmpty();
    }
}
