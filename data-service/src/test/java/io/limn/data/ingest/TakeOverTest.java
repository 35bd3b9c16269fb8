package io.limn.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.blob.BlobStore;
import io.limn.common.event.Provenance;
import io.limn.common.testing.Media;
import io.limn.common.work.Lease;
import io.limn.data.DataTest;
import io.limn.data.database.Database;
import io.limn.data.media.SourceIndex;
import io.limn.data.upload.TaskData;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TakeOverTest extends DataTest {
    @Inject
    Ingestion ingestion;

    @Inject
    SourceIndex index;

    @Inject
    Database database;

    @Inject
    BlobStore blobs;

    @Inject
    ObjectMapper mapper;

    @Test
    void anAttemptThatLostItsLeaseLeavesNothingAndItsSuccessorFinishes() throws Exception {
        long task = newTask();
        as(ALICE)
                .header("Upload-Multiple", "true")
                .multiPart("image_quality", "70")
                .multiPart("client_files[0]", "pack.zip", Media.zip(Map.of("a.png", Media.png(20, 10, 1))))
                .post(data(task))
                .then()
                .statusCode(200);
        var order = order(task);
        long record = order.path("task").path("data_id").asLong();

        assertThatThrownBy(() -> ingestion.run(new Attempt(1, order, true))).isInstanceOf(IllegalStateException.class);

        assertThat(index.find(record)).isEmpty();
        assertThat(intents("media/" + record + "/")).hasSize(1);

        ingestion.run(new Attempt(2, order, false));

        assertThat(index.find(record)).isPresent();
        var key = database.list(
                        "SELECT blob_keys[1] FROM source_frame WHERE data_id = ?", row -> row.getString(1), record)
                .getFirst();
        assertThat(key).startsWith("media/" + record + "/").contains("-2/");
        assertThat(blobs.size(key)).isPositive();
        assertThat(intents("media/" + record + "/"))
                .as("only the first attempt's are swept")
                .singleElement()
                .asString()
                .endsWith("-1/");
    }

    private List<String> intents(String prefix) {
        return database.list(
                "SELECT blob_key FROM blob_intent WHERE starts_with(blob_key, ?)", row -> row.getString(1), prefix);
    }

    /** The order that a finished upload gives, with the work itself taken away. */
    private JsonNode order(long task) throws Exception {
        long number = database.first("""
                        INSERT INTO request (rq_id, status, action, target, private, user_id, username, task_id)
                        VALUES (?, 'queued', 'create', 'task', FALSE, 11, 'alice', ?) RETURNING id""", row -> row.getLong(1), "action=create&target=task&target_id=" + task, task)
                .orElseThrow();
        var attachment = new io.limn.data.task.Attachment(task, task + 1_000_000, null, null, null, 0, null);
        var request = mapper.readValue("""
                {"image_quality": 70, "start_frame": 0, "frame_filter": "", "server_files": [], "remote_files": [],
                 "server_files_exclude": [], "sorting_method": "lexicographical", "upload_file_order": []}""", io.limn.data.upload.DataRequest.class);
        return mapper.valueToTree(new TaskData.Order(attachment, number, ALICE_ID, request));
    }

    private record Attempt(int attempt, JsonNode payload, boolean lost) implements Lease {
        @Override
        public long id() {
            return 1;
        }

        @Override
        public String key() {
            return "test";
        }

        @Override
        public Provenance provenance() {
            return Provenance.NONE;
        }

        @Override
        public boolean isHeld() {
            return true;
        }

        @Override
        public void check() {
            // This attempt does not hear of its loss before it commits.
        }

        @Override
        public void commit(Runnable change) {
            QuarkusTransaction.requiringNew().run(change);
        }

        @Override
        public void finish(Runnable change) {
            if (lost) {
                throw new IllegalStateException("another attempt has the lease");
            }
            commit(change);
        }
    }
}
