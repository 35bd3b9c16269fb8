package io.limn.data.dataset.outgoing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes exported files whose time is over. They are hidden before that. */
@ApplicationScoped
public class ExportPurge {
    private final ExportFiles files;

    ExportPurge(ExportFiles files) {
        this.files = files;
    }

    @Scheduled(every = "${limn.dataset.purge-every:5m}", delayed = "40s")
    void purge() {
        files.expire();
    }
}
