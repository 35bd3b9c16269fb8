package io.limn.data.upload;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends resumable uploads that were given up. */
@ApplicationScoped
public class StaleUploads {
    private final Uploads uploads;
    private final long days;

    StaleUploads(Uploads uploads, @ConfigProperty(name = "limn.data.stale-upload-days", defaultValue = "7") long days) {
        this.uploads = uploads;
        this.days = days;
    }

    @Scheduled(every = "1h", delayed = "1m")
    void remove() {
        uploads.removeStale(days);
    }
}
