package io.limn.common.api.idempotency;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Rendered;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Sends stored answers. */
public class ReplayMapper {
    /** The stored answer, marked as such. */
    @ServerExceptionMapper
    public Response replayed(ReplayedException replayed) {
        var stored = replayed.answer();
        var answer = Response.status(stored.status()).header("Idempotency-Replayed", "true");
        if (stored.location() != null) {
            answer.header(HttpHeaders.LOCATION, stored.location());
        }
        if (stored.body() != null) {
            answer.entity(new Rendered(stored.body())).type(ApiJson.MEDIA_TYPE);
        }
        return answer.build();
    }
}
