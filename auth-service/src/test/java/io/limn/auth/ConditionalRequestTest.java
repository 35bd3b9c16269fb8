package io.limn.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.testing.ConditionalWalk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConditionalRequestTest extends AuthTest {
    @Test
    void onlyTheVersionThatOneHasSeenIsChanged() {
        var admin = Person.admin();
        var workspace = Workspace.foundedBy(admin);
        var member = workspace.member("worker");
        var invited = Person.registers();
        String invitation = workspace.invite(admin, "worker", invited.email()).path("key");
        new ConditionalWalk()
                .deleting("/api/invitations/{}", invitation)
                .with(
                        "/api/memberships/{}",
                        workspace.membership(member),
                        "{\"role\": \"supervisor\"}",
                        "{\"role\": \"worker\"}")
                .with("/api/organizations/{}", workspace.id(), "{\"name\": \"a\"}", "{\"name\": \"b\"}")
                .with("/api/users/{}", member.id(), "{\"first_name\": \"A\"}", "{\"first_name\": \"B\"}")
                .with("/api/auth/access_tokens/{}", accessToken(admin), "{\"name\": \"a\"}", "{\"name\": \"b\"}")
                .walk(() -> admin.asks().contentType("application/json"));
    }

    private static int accessToken(Person owner) {
        return owner.asks()
                .contentType("application/json")
                .body(Map.of("name", "script"))
                .post("/api/auth/access_tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void whoChangesHimselfIsToldTheTagUnderWhichHeIsRead() {
        var person = Person.registers();
        var path = "/api/users/" + person.id();
        var changed = person.asks()
                .contentType("application/json")
                .body(Map.of("first_name", "Other"))
                .patch(path);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo(person.asks().get(path).header("ETag"));
    }

    @Test
    void anOrganizationIsFoundedOnceUnderOneKey() {
        var founder = Person.registers();
        var body = Map.of("slug", Workspace.freshSlug());
        var first = post(founder, body);
        var second = post(founder, body);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    private static io.restassured.response.Response post(Person founder, Map<String, ?> body) {
        return founder.asks()
                .header("Idempotency-Key", "once")
                .contentType("application/json")
                .body(body)
                .post("/api/organizations");
    }
}
