package io.limn.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.limn.auth.Person;
import io.limn.auth.audit.AuditTrail;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class UserEditingTest {
    @Inject
    AuditTrail trail;

    @Test
    void oneChangesOnesOwnNamesAndSeesTheBasicForm() {
        var alice = Person.registers();
        patch(alice, alice.id(), Map.of("first_name", "Ada", "last_name", "", "id", 7, "url", "x"))
                .then()
                .statusCode(200)
                .body("first_name", equalTo("Ada"))
                .body("last_name", equalTo(""))
                .body("$", not(hasKey("email")));

        alice.asks().get("/api/users/self").then().body("first_name", equalTo("Ada"));
        assertThat(trail.of(alice.id()).getLast().act()).isEqualTo("user.changed");
    }

    @Test
    void whatGivesRightsIsRefusedToEverybodyElse() {
        var alice = Person.registers();
        int id = alice.id();
        patch(alice, id, Map.of("groups", List.of("admin")))
                .then()
                .statusCode(400)
                .body(
                        "non_field_errors",
                        contains("You do not have permissions to access some of these fields: {'groups'}"));
        patch(alice, id, Map.of("email", "new@example.org"))
                .then()
                .statusCode(400)
                .body("non_field_errors", contains("Got unknown fields: {'email'}"));
    }

    @Test
    void staffCannotMakeItselfAnAdministrator() {
        var staff = Person.registers();
        int id = staff.id();
        patch(Person.admin(), id, Map.of("is_staff", true)).then().statusCode(200);

        for (var field : List.of("is_superuser", "is_staff", "is_active", "groups")) {
            patch(staff, id, Map.of(field, field.equals("groups") ? List.of("admin") : true))
                    .then()
                    .statusCode(400)
                    .body(
                            "non_field_errors",
                            contains("You do not have permissions to access some of these fields: {'" + field + "'}"));
        }
        patch(staff, id, Map.of("email", "staff" + id + "@example.org"))
                .then()
                .statusCode(200)
                .body("email", equalTo("staff" + id + "@example.org"));
    }

    @Test
    void staffAndSuperuserTogetherJoinTheAdministrators() {
        int id = Person.registers().id();
        var admin = Person.admin();
        patch(admin, id, Map.of("is_staff", true)).then().body("groups", contains("user"));
        patch(admin, id, Map.of("is_superuser", true))
                .then()
                .body("groups", containsInAnyOrder("admin", "user"))
                .body("has_analytics_access", equalTo(true));
        patch(admin, id, Map.of("is_staff", false, "is_superuser", false))
                .then()
                .body("groups", containsInAnyOrder("admin", "user"))
                .body("has_analytics_access", equalTo(true));
        patch(admin, id, Map.of("groups", List.of())).then().body("groups", empty());
        // Rights never come back by themselves.
        patch(admin, id, Map.of("first_name", "x")).then().body("groups", empty());

        assertThat(trail.of(id))
                .extracting(AuditTrail.Row::act)
                .filteredOn("user.rights_changed"::equals)
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"groups\": [\"nothing\"]} | groups | Object with name=nothing does not exist.",
                "{\"groups\": \"user\"} | groups | Expected a list of items but got type \"str\".",
                "{\"groups\": [[1]]} | groups | Invalid value.",
                "{\"groups\": null} | groups | This field may not be null.",
                "{\"email\": \"no address\"} | email | Enter a valid email address.",
                "{\"is_active\": \"perhaps\"} | is_active | Must be a valid boolean.",
                "{\"username\": \"admin\"} | username | A user with that username already exists.",
                "{\"username\": \"ADMIN\"} | username | A user with that username already exists.",
                "{\"username\": \"a b\"} | username | Enter a valid username. This value may contain only letters,"
                        + " numbers, and @/./+/-/_ characters.",
                "{\"username\": \" \"} | username | This field may not be blank.",
                "{\"first_name\": null} | first_name | This field may not be null.",
            })
    void wrongValuesAreTold(String body, String field, String message) {
        int id = Person.registers().id();
        Person.admin()
                .asks()
                .contentType("application/json")
                .body(body)
                .patch("/api/users/" + id)
                .then()
                .statusCode(400)
                .body(field, contains(message));
    }

    @Test
    void aUserWhoIsSwitchedOffIsSignedOutEverywhere() {
        var alice = Person.registers();
        int id = alice.id();
        patch(Person.admin(), id, Map.of("is_active", false)).then().body("is_active", equalTo(false));

        Person.exchange("Token " + alice.key(), null).then().statusCode(401);
        Person.exchange(null, alice.session()).then().statusCode(200).body("jwt", equalTo(null));
    }

    @Test
    void theLastAdministratorStaysOne() {
        var admin = Person.admin();
        int id = admin.id();
        retireOthers(admin, id);
        for (var change : List.of(Map.of("is_active", false), Map.of("groups", List.of("user")))) {
            patch(admin, id, change).then().statusCode(400).body("[0]", equalTo(LAST));
        }
        admin.asks().delete("/api/users/" + id).then().statusCode(400).body("[0]", equalTo(LAST));
        admin.asks().get("/api/users/self").then().statusCode(200).body("is_active", equalTo(true));
    }

    /** Other tests make administrators as well. */
    private static void retireOthers(Person admin, int id) {
        var everybody = admin.asks().get("/api/users?page_size=all").jsonPath();
        List<Integer> others = everybody.getList("results.findAll { 'admin' in it.groups && it.id != " + id + " }.id");
        others.forEach(other ->
                patch(admin, other, Map.of("groups", List.of("user"))).then().statusCode(200));
    }

    private static final String LAST =
            "This is the last active administrator. Make another user an administrator before.";

    @Test
    void othersAreLeftAlone() {
        var alice = Person.registers();
        int bobby = Person.registers().id();
        patch(alice, bobby, Map.of("first_name", "x")).then().statusCode(403);
        patch(alice, 0, Map.of("first_name", "x"))
                .then()
                .statusCode(404)
                .body("detail", equalTo("No User matches the given query."));
    }

    private static Response patch(Person person, int id, Map<String, ?> body) {
        return person.asks().contentType("application/json").body(body).patch("/api/users/" + id);
    }
}
