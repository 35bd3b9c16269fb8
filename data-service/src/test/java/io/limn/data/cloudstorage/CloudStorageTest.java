package io.limn.data.cloudstorage;

import io.limn.common.testing.Jwts;
import io.limn.common.testing.S3Server;
import io.limn.data.DataTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Storages on a server that speaks S3. */
abstract class CloudStorageTest extends DataTest {
    static final String STORAGES = "/api/cloudstorages";
    private static final AtomicInteger NAMES = new AtomicInteger();

    static Map<String, Object> body(String name) {
        var body = new HashMap<String, Object>();
        body.put("provider_type", "AWS_S3_BUCKET");
        body.put("resource", S3Server.BUCKET);
        body.put("display_name", name);
        body.put("credentials_type", "KEY_SECRET_KEY_PAIR");
        body.put("key", S3Server.KEY);
        body.put("secret_key", S3Server.KEY);
        body.put("specific_attributes", S3Objects.shared().attributes(""));
        return body;
    }

    static Response post(Jwts user, Map<String, Object> body) {
        return as(user).contentType(ContentType.JSON).body(body).post(STORAGES);
    }

    static Response patch(Jwts user, int id, Map<String, Object> body) {
        return as(user).contentType(ContentType.JSON).body(body).patch(STORAGES + "/" + id);
    }

    /** A storage of Alice's with another value or two. */
    static int create(Object... changes) {
        var body = body("storage " + NAMES.incrementAndGet());
        for (int i = 0; i < changes.length; i += 2) {
            body.put((String) changes[i], changes[i + 1]);
        }
        return post(ALICE, body).then().statusCode(201).extract().path("id");
    }
}
