package io.limn.data.upload;

import jakarta.ws.rs.core.Response;

/** The headers of every answer of the resumable upload protocol (tus 1.0.0, core and creation). */
final class TusHeaders {
    /** Largest file in bytes: 25 GiB. */
    static final long MOST = 26_843_545_600L;

    private static final String EXPOSED = "Tus-Resumable,upload-length,upload-metadata,Location,Upload-Offset";

    private TusHeaders() {}

    static Response.ResponseBuilder on(Response.ResponseBuilder answer) {
        return answer.header("Tus-Resumable", "1.0.0")
                .header("Tus-Version", "1.0.0")
                .header("Tus-Extension", "")
                .header("Tus-Max-Size", MOST)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "PATCH,HEAD,GET,POST,OPTIONS")
                .header("Access-Control-Expose-Headers", EXPOSED)
                .header("Access-Control-Allow-Headers", EXPOSED + ",content-type")
                .header("Cache-Control", "no-store");
    }

    /** An answer without a body. */
    static Response status(int status) {
        return on(Response.status(status)).build();
    }

    /** An answer whose body is a message as a JSON text. */
    static Response message(int status, String message) {
        return on(Response.status(status))
                .type(io.limn.common.api.ApiJson.MEDIA_TYPE)
                .entity(message)
                .build();
    }
}
