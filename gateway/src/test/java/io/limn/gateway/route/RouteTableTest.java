package io.limn.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    private final RouteTable table = RoutesFile.table();

    @ParameterizedTest
    @CsvSource({
        "POST, /api/auth/login, auth",
        "GET, /api/users/self, auth",
        "GET, /api/users, auth",
        "POST, /api/invitations/abc/accept, auth",
        "GET, /api/memberships/3, auth",
        "GET, /api/projects, task",
        "GET, /api/projects/3, task",
        "GET, /api/projects/3/preview, data",
        "POST, /api/projects/3/dataset/export, data",
        "POST, /api/projects/3/dataset/, data",
        "POST, /api/projects/3/dataset, data",
        "PATCH, /api/projects/3/dataset/0f3a, data",
        "POST, /api/projects/backup, data",
        "POST, /api/projects/backup/, data",
        "PATCH, /api/projects/backup/0f3a, data",
        "POST, /api/projects/3/backup/export, data",
        "GET, /api/tasks/5, task",
        "GET, /api/tasks/5/data, data",
        "POST, /api/tasks/5/data/, data",
        "GET, /api/tasks/5/data/meta, data",
        "PATCH, /api/tasks/5/data/0f3a, data",
        "GET, /api/tasks/5/status, data",
        "GET, /api/tasks/5/preview, data",
        "POST, /api/tasks/5/dataset/export, data",
        "POST, /api/tasks/5/backup/export, data",
        "POST, /api/tasks/backup/, data",
        "GET, /api/tasks/5/validation_layout, task",
        "GET, /api/tasks/5/annotations, task",
        "GET, /api/tasks/5/annotations/, task",
        "PUT, /api/tasks/5/annotations, task",
        "PATCH, /api/tasks/5/annotations/, task",
        "POST, /api/tasks/5/annotations/, data",
        "POST, /api/tasks/5/annotations, data",
        "OPTIONS, /api/tasks/5/annotations, data",
        "HEAD, /api/tasks/5/annotations/0f3a, data",
        "PATCH, /api/tasks/5/annotations/0f3a, data",
        "GET, /api/tasks/5/annotations/revisions, task",
        "POST, /api/tasks/5/annotations/revisions/7/restore, task",
        "PATCH, /api/jobs/7/annotations, task",
        "POST, /api/jobs/7/annotations/, data",
        "HEAD, /api/jobs/7/annotations/0f3a, data",
        "GET, /api/jobs/7/annotations/revisions/3, task",
        "GET, /api/jobs/7/data, data",
        "GET, /api/jobs/7/data/meta, data",
        "GET, /api/jobs/7/preview, data",
        "GET, /api/jobs/7/dataset/export, data",
        "GET, /api/jobs, task",
        "GET, /api/labels, task",
        "GET, /api/issues/1, task",
        "GET, /api/comments, task",
        "GET, /api/guides/1, task",
        "POST, /api/assets, task",
        "GET, /api/quality/reports/5/data, task",
        "GET, /api/consensus/settings, task",
        "POST, /api/webhooks/3/ping, task",
        "POST, /api/events, task",
        "GET, /api/trash, task",
        "GET, /api/cloudstorages/3/preview, data",
        "GET, /api/requests, data",
        "GET, /api/requests/action=create&target=task&id=5, data",
        "POST, /api/requests/a/cancel, data",
        "GET, /api/server/share, data",
        "GET, /api/server/annotation/formats, data",
        "GET, /api/lambda/functions/a.b.c, lambda",
        "POST, /api/lambda/requests, lambda",
        "GET, /api/server/about, gateway:about",
        "GET, /api/server/plugins, gateway:plugins",
        "GET, /api/server/health/, gateway:health",
        "GET, /api/server/health/auth/, gateway:health",
        "GET, /api/schema/, gateway:schema",
        "GET, /api/docs/, gateway:docs",
        "GET, /api/swagger/, gateway:swagger",
        "GET, /static/logo.svg, gateway:static",
        "GET, /analytics, gateway:analytics",
        "GET, /analytics/d/1, gateway:analytics"
    })
    void aPathLeadsToItsService(String method, String path, String service) {
        assertThat(table.match(method, path)).isPresent();
        var match = table.match(method, path).orElseThrow();
        assertThat(match.route().service()).isEqualTo(service);
        assertThat(match.redirect()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/nothing/at/all",
                "/api/server",
                "/api/user-agreements",
                "/api/projects/",
                "/api/users/self/",
                "/api/tasks/5/data/meta/",
                "/api/jobs/7/data/",
                "/api/server/about/",
                "/api//tasks",
                "/internal/exchange",
                "/tasks/5"
            })
    void otherPathsLeadNowhere(String path) {
        assertThat(table.match("GET", path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/schema",
                "/api/docs",
                "/api/swagger",
                "/api/server/health",
                "/api/auth/account-confirm-email/key"
            })
    void somePathsExistWithASlashOnly(String path) {
        assertThat(table.match("GET", path).orElseThrow().redirect()).isTrue();
        assertThat(table.match("GET", path + "/").orElseThrow().redirect()).isFalse();
    }

    @Test
    void theOrderOfLinesDoesNotMatter() {
        var text = """
                methods,path,service,slash,public
                any,/api/a/**,rest,never,open
                any,/api/a/{key},key,never,open
                any,/api/a/{id},id,never,open
                PUT,/api/a/{id},put,never,open
                """;
        var lines = text.lines().toList();
        var reversed = String.join(
                "\n", lines.getFirst(), String.join("\n", lines.subList(1, 5).reversed()));
        for (var order : new String[] {text, reversed}) {
            var routes = RoutesFile.parse(order);
            assertThat(routes.match("PUT", "/api/a/1").orElseThrow().route().service())
                    .isEqualTo("put");
            assertThat(routes.match("GET", "/api/a").orElseThrow().route().service())
                    .isEqualTo("rest");
            assertThat(routes.match("GET", "/api/a/1/2").orElseThrow().route().service())
                    .isEqualTo("rest");
            assertThat(routes.match("GET", "/api/a/b").orElseThrow().route().service())
                    .isEqualTo("key");
        }
    }
}
