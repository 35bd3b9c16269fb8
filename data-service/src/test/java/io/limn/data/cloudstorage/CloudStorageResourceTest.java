package io.limn.data.cloudstorage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.limn.common.testing.Jwts;
import io.limn.common.testing.S3Server;
import io.limn.data.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CloudStorageResourceTest extends CloudStorageTest {
    @Inject
    Database database;

    @Inject
    SecretRotation rotation;

    @Test
    void aStorageIsShownWithoutItsSecrets() {
        var body = body("mine");
        body.put("description", "all of it");
        body.put("manifests", List.of("manifest.jsonl", "manifest.jsonl"));
        int id = post(ALICE, body)
                .then()
                .statusCode(201)
                .body("display_name", equalTo("mine"))
                .body("owner.username", equalTo("alice"))
                .body("manifests", contains("manifest.jsonl"))
                .body("organization", nullValue())
                .body("$", not(hasKey("key")))
                .body(not(containsString(S3Server.KEY + "\"")))
                .extract()
                .path("id");
        as(ALICE)
                .get(STORAGES + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", not(nullValue()))
                .body("description", equalTo("all of it"))
                .body("$", not(hasKey("secret_key")));
    }

    @Test
    void secretsAreEncryptedAndFollowANewKey() {
        int id = create();
        var stored = database.list("SELECT secret FROM cloud_storage WHERE id = ?", row -> row.getBytes(1), (long) id)
                .getFirst();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(S3Server.KEY);
        rotation.rotate();
        assertThat(database.list(
                        "SELECT secret_key FROM cloud_storage WHERE id = ?", row -> row.getString(1), (long) id))
                .containsExactly("second");
    }

    @Test
    void aFormIsAsGoodAsJson() {
        as(ALICE)
                .multiPart("provider_type", "AWS_S3_BUCKET")
                .multiPart("resource", S3Server.BUCKET)
                .multiPart("display_name", "of a form")
                .multiPart("credentials_type", "KEY_SECRET_KEY_PAIR")
                .multiPart("key", S3Server.KEY)
                .multiPart("secret_key", S3Server.KEY)
                .multiPart("specific_attributes", S3Objects.shared().attributes(""))
                .multiPart("manifests[0]", "manifest.jsonl")
                .multiPart("manifests[1]", "pictures/manifest.jsonl")
                .post(STORAGES)
                .then()
                .statusCode(201)
                .body("manifests", contains("manifest.jsonl", "pictures/manifest.jsonl"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resource | none | resource: The resource none not found. It may have been deleted.\\n",
                "resource | Limn | resource: Invalid characters (L) were found.\\n",
                "secret_key | wrong | credentials: Cannot create resource limn with specified credentials. Access forbidden.\\n",
                "secret_key | '' | Insufficient data for authentication",
                "display_name | '' | display_name: This field may not be blank.\\n",
                "credentials_type | X | credentials_type: \"X\" is not a valid choice.\\n",
                "provider_type | AZURE_CONTAINER | non_field_errors: Account name or connection string for Azure container was not specified\\n",
                "specific_attributes | a | specific_attributes: Invalid specific attributes\\n",
                "specific_attributes | endpoint_url=file%3A%2F%2F%2Fetc | specific_attributes: Invalid specific attributes\\n",
                "specific_attributes | endpoint_url=http%3A%2F%2F127.0.0.2%3A9 | resource: The resource limn not found. It may have been deleted.\\n",
                "specific_attributes | prefix=%2Fa | Prefix cannot start with forward slash (\"/\").",
                "specific_attributes | prefix=a%2F%2Fb | Prefix cannot contain multiple slashes in a row."
            })
    void whatIsWrongIsSaidInPlainText(String member, String value, String answer) {
        var body = body("wrong");
        body.put(member, value);
        post(ALICE, body).then().statusCode(400).contentType("text/html").body(equalTo(answer.replace("\\n", "\n")));
    }

    @Test
    void manifestsHaveToBeThere() {
        var body = body("listed");
        body.put("manifests", List.of("manifest.jsonl", "none.jsonl"));
        post(ALICE, body)
                .then()
                .statusCode(400)
                .body(equalTo("manifests: The 'none.jsonl' file does not exist on 'limn' cloud storage\n"));
    }

    @Test
    void otherMediaTypesAreRefusedInTwoWords() {
        as(ALICE)
                .contentType("text/csv")
                .body("a")
                .post(STORAGES)
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported_media_type"));
    }

    @Test
    void changesAreCheckedAndManifestsReplaced() {
        int id = create("manifests", List.of("manifest.jsonl"));
        patch(ALICE, id, Map.of("description", "new"))
                .then()
                .statusCode(200)
                .body("description", equalTo("new"))
                .body("manifests", equalTo(List.of()));
        patch(ALICE, id, Map.of("provider_type", "GOOGLE_CLOUD_STORAGE", "resource", "Limn"))
                .then()
                .statusCode(400)
                .body("resource", contains("Invalid characters (L) were found."));
        patch(ALICE, id, Map.of("resource", "none"))
                .then()
                .statusCode(400)
                .body("resource", equalTo("The resource none not found. It may have been deleted."));
        patch(ALICE, id, Map.of("secret_key", "wrong"))
                .then()
                .statusCode(400)
                .body(
                        "credentials",
                        equalTo("Cannot update resource limn with specified credentials. Access forbidden."));
        patch(ALICE, id, Map.of("manifests", List.of("none.jsonl")))
                .then()
                .statusCode(400)
                .body("manifests", containsString("does not exist"));
        patch(ALICE, id, Map.of("specific_attributes", S3Objects.shared().attributes("/a")))
                .then()
                .statusCode(400)
                .body("$", contains("Prefix cannot start with forward slash (\"/\")."));
        patch(ALICE, id, Map.of()).then().statusCode(200).body("provider_type", equalTo("AWS_S3_BUCKET"));
    }

    @Test
    void onlyTheVersionThatWasSeenIsChanged() {
        int id = create();
        var seen = as(ALICE).get(STORAGES + "/" + id).header("ETag");
        patch(ALICE, id, Map.of("description", "one")).then().statusCode(200);
        as(ALICE)
                .header("If-Match", seen)
                .contentType(ContentType.JSON)
                .body(Map.of("description", "two"))
                .patch(STORAGES + "/" + id)
                .then()
                .statusCode(412)
                .body("description", equalTo("one"));
        as(ALICE).header("If-Match", seen).delete(STORAGES + "/" + id).then().statusCode(412);
    }

    @Test
    void aKeyMakesARepetitionHarmless() {
        var body = body("once " + UUID.randomUUID());
        var key = UUID.randomUUID().toString();
        int first = as(ALICE)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(STORAGES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(ALICE)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(STORAGES)
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
    }

    @Test
    void theListIsFilteredAndSearched() {
        var name = "wanted" + UUID.randomUUID();
        int id = create("display_name", name);
        as(ALICE).queryParam("name", name).get(STORAGES).then().body("results.id", contains(id));
        as(ALICE).queryParam("search", name.substring(3)).get(STORAGES).then().body("results.id", contains(id));
        as(ALICE)
                .queryParam("credentials_type", "ANONYMOUS_ACCESS")
                .queryParam("search", name)
                .get(STORAGES)
                .then()
                .body("count", equalTo(0));
        as(ALICE)
                .queryParam("provider_type", "X")
                .get(STORAGES)
                .then()
                .statusCode(400)
                .body("$", contains("Unsupported type of cloud provider"));
        as(ALICE)
                .queryParam("credentials_type", "X")
                .get(STORAGES)
                .then()
                .statusCode(400)
                .body("credentials_type", hasItem(containsString("Select a valid choice. X")));
        as(BOB).queryParam("name", name).get(STORAGES).then().body("count", equalTo(0));
        as(ADMIN).queryParam("name", name).get(STORAGES).then().body("count", equalTo(1));
    }

    @Test
    void strangersMayNothing() {
        int id = create();
        var one = STORAGES + "/" + id;
        as(BOB).get(one).then().statusCode(403).body("detail", containsString("permission"));
        as(BOB).get(one + "/status").then().statusCode(403).body("detail", containsString("permission"));
        as(BOB).get(one + "/content-v2").then().statusCode(403).body(containsString("permission"));
        as(BOB).get(one + "/preview").then().statusCode(403).body(containsString("permission"));
        patch(BOB, id, Map.of()).then().statusCode(403);
        as(BOB).delete(one).then().statusCode(403);
        post(Jwts.user(13, "wanda").groups("worker"), body("x")).then().statusCode(403);
        as(ALICE).get(STORAGES + "/99999999").then().statusCode(404);
        as(ALICE).get(STORAGES + "/99999999/actions").then().statusCode(404);
    }

    @Test
    void whatIsRemovedIsGone() {
        int id = create();
        as(ALICE).delete(STORAGES + "/" + id).then().statusCode(204);
        as(ALICE)
                .get(STORAGES + "/" + id)
                .then()
                .statusCode(404)
                .body("detail", equalTo("No CloudStorage matches the given query."));
        as(ALICE).delete(STORAGES + "/" + id).then().statusCode(404);
    }
}
