package io.limn.data.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds requests whose files are asked for. */
@ApplicationScoped
public class ExportRequests {
    private final Requests requests;

    ExportRequests(Requests requests) {
        this.requests = requests;
    }

    /** The request under an identifier. */
    public Optional<ExportRequest> find(String rqId) {
        return requests.find(rqId)
                .map(request -> new ExportRequest(
                        request.number(),
                        request.userId(),
                        request.status(),
                        request.action().equals("export"),
                        request.resultPath() != null));
    }
}
