package io.limn.task.access;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers of addresses that are kept for older clients only. */
public final class Superseded {
    private Superseded() {}

    /** An answer that names the address to be used instead. */
    public static <T> RestResponse<T> by(String link, T answer) {
        return ResponseBuilder.ok(answer)
                .header("Deprecation", "true")
                .header("Link", "<" + link + ">; rel=\"successor-version\"")
                .build();
    }
}
