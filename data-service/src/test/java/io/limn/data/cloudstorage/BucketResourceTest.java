package io.limn.data.cloudstorage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BucketResourceTest extends CloudStorageTest {
    private static ValidatableResponse content(int id, String... parameters) {
        var request = as(ALICE);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(STORAGES + "/" + id + "/content-v2").then();
    }

    @Test
    void aBucketTellsWhetherItCanBeUsed() {
        int id = create();
        as(ALICE).get(STORAGES + "/" + id + "/status").then().statusCode(200).body(equalTo("\"AVAILABLE\""));
        assertThat(as(ALICE).get(STORAGES + "/" + id + "/actions").body().asString())
                .isEqualTo("[\"read\",\"write\"]");
    }

    @Test
    void foldersComeFirst() {
        int id = create();
        content(id, "prefix", "/pictures/")
                .statusCode(200)
                .body("content.name", contains("deep", "a.png", "b.png", "c.png", "manifest.jsonl"))
                .body("content.type", contains("DIR", "REG", "REG", "REG", "REG"))
                .body("content.mime_type", contains("DIR", "image", "image", "image", "unknown"))
                .body("next", nullValue());
        content(id, "prefix", "zzz").statusCode(200).body("content", empty());
        content(id, "prefix", "pictures/d").body("content.name", contains("deep"));
    }

    @Test
    void pagesFollowEachOther() {
        int id = create();
        String next = content(id, "prefix", "pictures/", "page_size", "3")
                .body("next", notNullValue())
                .extract()
                .path("next");
        content(id, "prefix", "pictures/", "page_size", "3", "next_token", next)
                .statusCode(200)
                .body("next", nullValue());
        content(id, "page_size", "x").statusCode(400).body(equalTo("Wrong value for page_size was found"));
        content(id, "page_size", "-1").statusCode(400);
        content(id, "page_size", "100000").statusCode(200);
    }

    @Test
    void aManifestCanStandForTheBucket() {
        int id = create();
        content(id, "manifest_path", "pictures/manifest.jsonl").body("content.name", contains("pictures"));
        content(id, "manifest_path", "pictures/manifest.jsonl", "prefix", "pictures/", "page_size", "2")
                .body("content.name", contains("deep", "a.png"))
                .body("next", equalTo("2"));
        content(id, "manifest_path", "pictures/manifest.jsonl", "prefix", "pictures/", "next_token", "2")
                .body("content.name", contains("b.png", "c.png"))
                .body("next", nullValue());
        content(id, "manifest_path", "manifest.jsonl", "next_token", "x")
                .statusCode(400)
                .body(equalTo("Wrong value for the next_token parameter was found."));
        content(id, "manifest_path", "none.jsonl")
                .statusCode(404)
                .body(equalTo("\"The file 'none.jsonl' not found on the cloud storage 'limn'\""));
        content(id, "manifest_path", "bad.jsonl").statusCode(400);
    }

    @Test
    void aStorageWithAPrefixShowsNothingElse() {
        int id = create("specific_attributes", S3Objects.shared().attributes("pictures/"));
        content(id).body("content.name", contains("deep", "a.png", "b.png", "c.png", "manifest.jsonl"));
        content(id, "prefix", "other/").body("content", empty());
        content(id, "prefix", "pic").body("content.name", contains("pictures"));
        content(id, "manifest_path", "manifest.jsonl").body("content.name", contains("a.png", "c.png"));
    }

    @Test
    void theFirstPictureOfAManifestStandsForAStorage() {
        int id = create("manifests", List.of("pictures/manifest.jsonl"));
        var preview = as(ALICE).get(STORAGES + "/" + id + "/preview");
        preview.then().statusCode(200).contentType("image/jpeg");
        assertThat(preview.asByteArray()).startsWith((byte) 0xFF, (byte) 0xD8);
        as(ALICE)
                .get(STORAGES + "/" + create() + "/preview")
                .then()
                .statusCode(404)
                .body(equalTo("Cloud storage preview not found"));
    }
}
