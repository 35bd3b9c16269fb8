package io.limn.task.annotation;

import io.limn.common.api.ApiJson;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;

/**
 * What came of a save.
 *
 * @param answer   the annotations of the request with their ids
 * @param revision the last revision now
 */
record Saved(LabeledData answer, long revision) {
    Response response() {
        StreamingOutput body = (OutputStream out) -> AnswerJson.write(answer, out);
        return Response.ok(body)
                .type(ApiJson.MEDIA_TYPE)
                .header(HttpHeaders.ETAG, RevisionTag.of(revision))
                .build();
    }

    /** Of an answer without a body. */
    Response noContent() {
        return Response.noContent()
                .header(HttpHeaders.ETAG, RevisionTag.of(revision))
                .build();
    }
}
