package io.limn.data;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.limn.common.testing.Jwts;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.limn.data.testing.Folders;
import io.limn.data.testing.StubTaskService;
import io.limn.data.testing.UploadAnswers;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The service with a real database, broker and blob folder, and a task-service that takes every task. */
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = StubTaskService.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Folders.class, scope = TestResourceScope.GLOBAL)
public abstract class DataTest {
    protected static final long ALICE_ID = 11;
    protected static final Jwts ALICE = Jwts.user(ALICE_ID, "alice");
    protected static final Jwts BOB = Jwts.user(12, "bob");
    protected static final Jwts ADMIN = Jwts.admin(1, "admin");

    private static final AtomicLong TASKS = new AtomicLong(System.nanoTime() % 100_000_000 + 1000);

    /** The id of a task that no other test uses. */
    protected static long newTask() {
        return TASKS.incrementAndGet();
    }

    /** The id of a task with two frames a job. */
    protected static long newSegmentedTask() {
        return UploadAnswers.SEGMENTED + newTask();
    }

    protected static RequestSpecification as(Jwts user) {
        return given().header("Authorization", user.bearer());
    }

    protected static String data(long task) {
        return "/api/tasks/" + task + "/data";
    }

    /** Sends files with everything else at its default. */
    protected static Response upload(long task, Map<String, byte[]> files) {
        var request = as(ALICE).multiPart("image_quality", "70");
        int index = 0;
        for (var file : files.entrySet()) {
            request.multiPart("client_files[" + index++ + "]", file.getKey(), file.getValue());
        }
        return request.post(data(task));
    }

    protected static Response creation(long task) {
        return as(ALICE).urlEncodingEnabled(false).get("/api/requests/action=create&target=task&target_id=" + task);
    }

    /** Waits until the creation of a task's data has a status. */
    protected static JsonPath awaitCreation(long task, String status) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> creation(task).jsonPath(), found -> status.equals(found.getString("status")));
    }
}
