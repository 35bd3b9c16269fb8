package io.limn.common.api;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Keeps parameters off the API's media type, also in answers to HEAD, for which nothing is written. */
public class BareMediaType {
    /** Sets the type as a text, to which the framework adds no charset. */
    @ServerResponseFilter
    public void strip(ContainerResponseContext response) {
        var type = response.getMediaType();
        if (type != null && type.isCompatible(ApiJson.TYPE) && !type.isWildcardType() && !type.isWildcardSubtype()) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, ApiJson.MEDIA_TYPE);
        }
    }
}
