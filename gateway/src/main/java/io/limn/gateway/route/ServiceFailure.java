package io.limn.gateway.route;

import io.limn.common.api.ApiJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;
import java.util.regex.Pattern;

/** What a client hears when a service could not answer. */
record ServiceFailure(int status, String detail) {
    /** Clients of the API repeat the saving of annotations on 504 and on no other status. */
    private static final Pattern ANNOTATIONS = Pattern.compile("/api/(tasks|jobs)/\\d+/annotations/?");

    static ServiceFailure of(Call call, boolean connected, boolean timedOut) {
        if (timedOut || isSavingOfAnnotations(call)) {
            return new ServiceFailure(504, "The server did not answer in time. Please try again.");
        }
        return connected
                ? new ServiceFailure(502, "A part of the server broke off the connection. Please try again.")
                : new ServiceFailure(503, "A part of the server is not available. Please try again.");
    }

    private static boolean isSavingOfAnnotations(Call call) {
        return call.request().method().name().equals("PATCH")
                && ANNOTATIONS.matcher(call.path()).matches();
    }

    ProxyResponse answer(ProxyResponse response) {
        return response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, ApiJson.MEDIA_TYPE)
                .setBody(Body.body(
                        Buffer.buffer(new JsonObject().put("detail", detail).encode())));
    }
}
