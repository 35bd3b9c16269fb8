package io.limn.data.request;

import io.limn.common.api.ApiException;
import io.limn.common.work.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes back requests. */
@ApplicationScoped
public class Cancellation {
    private final Requests requests;
    private final WorkQueue queue;

    Cancellation(Requests requests, WorkQueue queue) {
        this.requests = requests;
        this.queue = queue;
    }

    /**
     * Removes a queued request together with its work. A service whose work it is learns of it when it reports that it
     * starts.
     *
     * @return false when the request has been started
     */
    @Transactional
    boolean cancel(Request request) {
        if (!requests.removeWaiting(request.number())) {
            return false;
        }
        if (request.workId() != null) {
            queue.cancel(request.workId());
        }
        return true;
    }

    /**
     * Removes a request that is under way, and stops its work. A service whose work it is learns of it when it next
     * reports how far it is.
     *
     * @throws ApiException 400 when there is nothing to stop any more
     */
    @Transactional
    void stop(Request request) {
        boolean stopped = requests.removeUnfinished(request.number())
                && (request.workId() == null || queue.cancel(request.workId()));
        if (!stopped) {
            throw ApiException.text(400, "The request cannot be stopped any more");
        }
    }
}
