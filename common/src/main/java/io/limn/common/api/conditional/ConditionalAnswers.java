package io.limn.common.api.conditional;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Page;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives every answer that is one resource a strong tag, and answers 304 to who has it already. Lists and
 * streams have none; what has a tag of its own keeps it.
 */
public class ConditionalAnswers {
    private final Representations representations;

    ConditionalAnswers(Representations representations) {
        this.representations = representations;
    }

    /** Tags the answer. */
    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext response) {
        if (!isResource(request.getMethod(), response)) {
            return;
        }
        var rendered = representations.of(response.getEntity());
        var tag = EntityTag.of(rendered.bytes());
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null && isRead(request.getMethod()) && EntityTag.matchesWeakly(known, tag)) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(rendered, null, ApiJson.TYPE);
        }
    }

    private static boolean isResource(String method, ContainerResponseContext response) {
        var entity = response.getEntity();
        var type = response.getMediaType();
        int wanted =
                switch (method) {
                    case "GET", "HEAD", "PATCH", "PUT" -> 200;
                    case "POST" -> 201;
                    default -> 0;
                };
        return response.getStatus() == wanted
                && entity != null
                && !(entity instanceof Page || entity instanceof StreamingOutput || entity instanceof byte[])
                && (type == null || type.isCompatible(ApiJson.TYPE))
                && !response.getHeaders().containsKey(HttpHeaders.ETAG);
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}
