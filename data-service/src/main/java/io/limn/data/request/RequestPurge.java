package io.limn.data.request;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes requests whose time is over. They are hidden before that. */
@ApplicationScoped
public class RequestPurge {
    private final Requests requests;

    RequestPurge(Requests requests) {
        this.requests = requests;
    }

    @Scheduled(every = "${limn.data.request-purge-every:5m}", delayed = "30s")
    void purge() {
        requests.purge();
    }
}
