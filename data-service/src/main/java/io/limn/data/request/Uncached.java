package io.limn.data.request;

import io.limn.common.api.ApiException;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Headers that keep every cache from remembering an answer. */
final class Uncached {
    private static final String POLICY = "max-age=0, no-cache, no-store, must-revalidate, private";

    private Uncached() {}

    static Response.ResponseBuilder add(Response.ResponseBuilder answer) {
        return answer.header("Cache-Control", POLICY).header("Expires", now());
    }

    static ApiException add(ApiException refusal) {
        return refusal.with("Cache-Control", POLICY).with("Expires", now());
    }

    private static String now() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    }
}
