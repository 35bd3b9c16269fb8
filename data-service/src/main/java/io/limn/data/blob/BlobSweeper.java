package io.limn.data.blob;

import io.limn.common.blob.BlobStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;

/** Removes the blobs that {@link BlobIntents} lists as due. */
@ApplicationScoped
public class BlobSweeper {
    private static final Logger LOG = Logger.getLogger(BlobSweeper.class);
    private static final int BATCH = 20;

    private final BlobStore store;
    private final BlobIntents intents;

    BlobSweeper(BlobStore store, BlobIntents intents) {
        this.store = store;
        this.intents = intents;
    }

    @Scheduled(
            every = "${limn.data.sweep-every:1m}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        while (sweepSome() == BATCH) {
            LOG.debugf("Swept %d blobs", BATCH);
        }
    }

    /** One batch in one transaction: when a blob cannot be removed, the next run tries the batch again. */
    int sweepSome() {
        return QuarkusTransaction.requiringNew().timeout(600).call(() -> {
            List<String> due = intents.takeDue(BATCH);
            for (var key : due) {
                remove(key);
                intents.confirm(key);
            }
            return due.size();
        });
    }

    private void remove(String keyOrFolder) throws IOException {
        if (!keyOrFolder.endsWith("/")) {
            store.delete(keyOrFolder);
            return;
        }
        try (var keys = store.list(keyOrFolder)) {
            for (var key : (Iterable<String>) keys::iterator) {
                store.delete(key);
            }
        }
    }
}
