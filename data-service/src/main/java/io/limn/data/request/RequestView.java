package io.limn.data.request;

import java.time.Instant;
import java.util.function.UnaryOperator;

/** A background request as the API shows it. */
record RequestView(
        String id,
        String status,
        String message,
        Operation operation,
        double progress,
        Instant createdDate,
        Instant startedDate,
        Instant finishedDate,
        Instant expiryDate,
        Owner owner,
        String resultUrl,
        Long resultId) {

    /** What is done, and to what. */
    record Operation(
            String type, String target, Long projectId, Long taskId, Long jobId, String format, Boolean lightweight) {}

    /** Who asked for it. */
    record Owner(long id, String username) {}

    /**
     * A request as the API shows it.
     *
     * @param links makes absolute links of paths
     */
    static RequestView of(Request request, UnaryOperator<String> links) {
        var subject = request.subresource() == null ? request.target() : request.subresource();
        return new RequestView(
                request.rqId(),
                request.status().equals("reserved") ? "queued" : request.status(),
                request.message(),
                new Operation(
                        request.action() + ":" + subject,
                        request.target(),
                        request.projectId(),
                        request.taskId(),
                        request.jobId(),
                        request.format(),
                        request.lightweight()),
                request.progress(),
                request.createdDate(),
                request.startedDate(),
                request.finishedDate(),
                request.expiryDate(),
                new Owner(request.userId(), request.username()),
                request.resultPath() == null ? null : links.apply(request.resultPath()),
                request.resultId());
    }
}
