package io.limn.task.annotation;

import io.limn.common.api.ApiJson;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/**
 * An answer that is about to be written.
 *
 * @param revision   what it shows
 * @param compressed whether its bytes are compressed
 * @param body       writes it
 */
record JobReading(long revision, boolean compressed, StreamingOutput body) {
    Response response() {
        var answer = Response.ok(body)
                .type(ApiJson.MEDIA_TYPE)
                .header(HttpHeaders.VARY, "Accept-Encoding")
                .header(HttpHeaders.ETAG, compressed ? RevisionTag.compressed(revision) : RevisionTag.of(revision));
        if (compressed) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.build();
    }
}
