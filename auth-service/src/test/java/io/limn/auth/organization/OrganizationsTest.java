package io.limn.auth.organization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.limn.auth.AuthTest;
import io.limn.auth.Groups;
import io.limn.auth.Person;
import io.limn.auth.Workspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrganizationsTest extends AuthTest {
    private static final String NO_SLUG =
            "Enter a valid \"slug\" consisting of letters, numbers, underscores or hyphens.";

    @Inject
    Groups groups;

    @Test
    void aFounderOwnsTheOrganizationAndIsItsFirstMember() {
        var alice = Person.registers();
        var slug = Workspace.freshSlug();
        int id = post(alice, Map.of("slug", slug, "owner", 1, "unknown", 2))
                .statusCode(201)
                .header("Content-Type", "application/vnd.cvat+json")
                .body("slug", equalTo(slug))
                .body("name", equalTo(slug))
                .body("description", equalTo(""))
                .body("contact", equalTo(Map.of()))
                .body("owner.username", equalTo(alice.username()))
                .extract()
                .path("id");

        alice.asks()
                .get("/api/memberships?org=" + slug)
                .then()
                .statusCode(200)
                .body("count", equalTo(1))
                .body("results[0].organization", equalTo(id))
                .body("results[0].role", equalTo("owner"))
                .body("results[0].is_active", equalTo(true))
                .body("results[0].invitation", nullValue());
    }

    @Test
    void everythingCanBeStatedAndChangedButTheOwner() {
        var alice = Person.registers();
        var slug = Workspace.freshSlug();
        Map<String, Object> contact = Map.of("email", "x@example.org", "any", List.of(1, Map.of("deep", true)));
        int id = post(alice, Map.of("slug", slug, "name", " Ä name ", "description", "about\n us ", "contact", contact))
                .statusCode(201)
                .body("name", equalTo("Ä name"))
                .body("description", equalTo("about\n us"))
                .body("contact", equalTo(contact))
                .extract()
                .path("id");
        var renamed = Workspace.freshSlug();

        patch(alice, id, Map.of("slug", renamed, "name", "", "contact", Map.of("phoneNumber", "1"), "owner", 1))
                .statusCode(200)
                .body("slug", equalTo(renamed))
                .body("name", equalTo(""))
                .body("contact", equalTo(Map.of("phoneNumber", "1")))
                .body("owner.username", equalTo(alice.username()));
        alice.asks().get("/api/organizations/" + id).then().statusCode(200).body("slug", equalTo(renamed));
        alice.asks().get("/api/users?org=" + slug).then().statusCode(404);
        alice.asks().get("/api/users?org=" + renamed).then().statusCode(200);
    }

    @Test
    void onlyTheVersionThatAClientHasSeenIsChanged() {
        var alice = Person.registers();
        var slug = Workspace.freshSlug();
        var made = post(alice, Map.of("slug", slug, "contact", Map.of("phoneNumber", "1", "a", 2)))
                .statusCode(201)
                .extract();
        var path = "/api/organizations/" + made.path("id");
        var tag = made.header("ETag");

        for (var name : List.of("first", "second")) {
            alice.asks()
                    .header("If-Match", tag)
                    .contentType("application/json")
                    .body(Map.of("name", name))
                    .patch(path)
                    .then()
                    .statusCode(name.equals("first") ? 200 : 412)
                    .body("name", equalTo("first"));
        }
    }

    @Test
    void whatIsWrongIsSaid() {
        var alice = Person.registers();
        var taken = Workspace.foundedBy(alice).slug();
        var nothing = new HashMap<String, Object>();
        List.of("slug", "name", "description", "contact").forEach(member -> nothing.put(member, null));

        post(alice, Map.of()).statusCode(400).body("slug", contains("This field is required."));
        post(alice, Map.of("slug", taken))
                .statusCode(400)
                .body("slug", contains("organization with this slug already exists."));
        post(alice, Map.of("slug", "x".repeat(17)))
                .statusCode(400)
                .body("slug", contains("Ensure this field has no more than 16 characters."));
        post(alice, Map.of("slug", "a b.c")).statusCode(400).body("slug", contains(NO_SLUG));
        post(alice, Map.of("slug", "")).statusCode(400).body("slug", contains("This field may not be blank."));
        post(alice, nothing)
                .statusCode(400)
                .body("slug", contains("This field may not be null."))
                .body("contact", contains("This field may not be null."));
        post(alice, Map.of("slug", List.of("x"), "name", "n".repeat(65), "description", Map.of()))
                .statusCode(400)
                .body("slug", contains(NO_SLUG))
                .body("name", contains("Ensure this field has no more than 64 characters."))
                .body("description", contains("Not a valid string."));
        post(alice, Map.of("slug", Workspace.freshSlug(), "contact", Map.of("a", "\0")))
                .statusCode(400)
                .body("contact", contains("Null characters are not allowed."));
    }

    @Test
    void aSlugIsOneOrganizationsAloneEvenWhenManyWantItAtOnce() throws Exception {
        var alice = Person.registers();
        var token = alice.token();
        var slug = Workspace.freshSlug();
        Callable<Integer> founding = () -> given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("slug", slug))
                .post("/api/organizations")
                .statusCode();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = threads.invokeAll(List.of(founding, founding, founding, founding)).stream()
                    .map(result -> result.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 400);
        }
    }

    @Test
    void theWeakFoundNone() {
        for (var weak : List.of(groups.personIn("worker"), groups.personIn())) {
            post(weak, Map.of("slug", Workspace.freshSlug())).statusCode(403);
            weak.asks().get("/api/organizations").then().statusCode(200).body("count", equalTo(0));
        }
    }

    @Test
    void strangersSeeNothing() {
        var workspace = Workspace.founded();
        var stranger = Person.registers();
        var path = "/api/organizations/" + workspace.id();

        for (var answer : List.of(
                stranger.asks().get(path),
                stranger.asks().delete(path),
                stranger.asks().contentType("application/json").body("{}").patch(path))) {
            answer.then().statusCode(404).body("detail", equalTo("No Organization matches the given query."));
        }
        Person.admin().asks().get(path).then().statusCode(200);
        stranger.asks().get("/api/organizations/abc").then().statusCode(404).body("detail", equalTo("Not found."));
    }

    @Test
    void whoMaintainsChangesAndOnlyTheOwnerDeletes() {
        var workspace = Workspace.founded();
        var maintainer = workspace.member("maintainer");
        var path = "/api/organizations/" + workspace.id();

        patch(maintainer, workspace.id(), Map.of("description", "by a maintainer"))
                .statusCode(200)
                .body("description", equalTo("by a maintainer"));
        maintainer.asks().delete(path).then().statusCode(403);
        for (var role : List.of("supervisor", "worker")) {
            var member = workspace.member(role);
            member.asks().get(path).then().statusCode(200);
            patch(member, workspace.id(), Map.of("description", "x")).statusCode(403);
            member.asks().delete(path).then().statusCode(403);
        }
        workspace.owner().asks().delete(path).then().statusCode(204);
    }

    @Test
    void theListSpansAllWorkspacesOfItsReader() {
        var workspace = Workspace.founded();
        var alice = workspace.member("worker");
        var own = Workspace.foundedBy(alice);

        alice.asks()
                .get("/api/organizations?sort=slug&org=" + own.slug())
                .then()
                .statusCode(200)
                .body("results.id", hasSize(2));
        workspace
                .owner()
                .asks()
                .get("/api/organizations?org=" + own.slug())
                .then()
                .statusCode(200)
                .body("results.id", contains(workspace.id()));
        alice.asks().get("/api/organizations?org=nowhere").then().statusCode(404);
        alice.asks()
                .get("/api/organizations?owner=" + workspace.owner().username())
                .then()
                .body("results.id", contains(workspace.id()));
    }

    private static ValidatableResponse post(Person person, Map<String, ?> body) {
        return person.asks()
                .contentType("application/json")
                .body(body)
                .post("/api/organizations")
                .then();
    }

    private static ValidatableResponse patch(Person person, int id, Map<String, ?> body) {
        return person.asks()
                .contentType("application/json")
                .body(body)
                .patch("/api/organizations/" + id)
                .then();
    }
}
