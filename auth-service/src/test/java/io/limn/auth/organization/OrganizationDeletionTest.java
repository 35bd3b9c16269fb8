package io.limn.auth.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.limn.auth.AuthTest;
import io.limn.auth.OtherServices;
import io.limn.auth.Workspace;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OrganizationDeletionTest extends AuthTest {
    @Test
    void theOthersLetGoBeforeTheAnswerAndMembershipsGo() {
        var workspace = Workspace.founded();
        var worker = workspace.member("worker");
        int membership = workspace.membership(worker);

        workspace.owner().asks().delete(path(workspace)).then().statusCode(204);

        assertThat(OtherServices.told())
                .contains(
                        "task DELETE /internal/organizations/" + workspace.id(),
                        "data DELETE /internal/organizations/" + workspace.id());
        workspace.owner().asks().get(path(workspace)).then().statusCode(404);
        worker.asks().get("/api/memberships/" + membership).then().statusCode(404);
        worker.asks().get("/api/invitations").then().body("count", equalTo(0));
        worker.asks().get("/api/users?org=" + workspace.slug()).then().statusCode(404);
        workspace.owner().asks().delete(path(workspace)).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"task", "data"})
    void nothingIsDoneWhileAServiceIsAway(String service) {
        var workspace = Workspace.founded();
        OtherServices.without(service, () -> workspace
                .owner()
                .asks()
                .delete(path(workspace))
                .then()
                .statusCode(503)
                .body("detail", containsString("Nothing was deleted")));

        assertThat(OtherServices.told())
                .doesNotContain(
                        "task DELETE /internal/organizations/" + workspace.id(),
                        "data DELETE /internal/organizations/" + workspace.id());
        workspace.owner().asks().get(path(workspace)).then().statusCode(200);
        workspace.owner().asks().delete(path(workspace)).then().statusCode(204);
    }

    private static String path(Workspace workspace) {
        return "/api/organizations/" + workspace.id();
    }
}
