package io.limn.auth.credential;

import io.limn.common.api.ApiException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The paths of signing in and out are open to everybody, so that a wrong method is 405 there for anonymous callers as
 * well, where elsewhere they learn 401 alone.
 */
public class PublicMethods {
    /** What each path says it allows; the CVAT API names GET at the last, and refuses it all the same. */
    private static final Map<String, String> ALLOWED = Map.of(
            "/api/auth/login", "POST, OPTIONS",
            "/api/auth/register", "POST, OPTIONS",
            "/api/auth/password/reset", "POST, OPTIONS",
            "/api/auth/password/reset/confirm", "POST, OPTIONS",
            "/api/auth/logout", "GET, POST, HEAD, OPTIONS");

    private static final Set<String> SERVED = Set.of("POST", "OPTIONS");

    /** Refuses wrong methods. */
    @ServerRequestFilter(preMatching = true)
    public void refuse(ContainerRequestContext request) {
        var method = request.getMethod();
        var allowed = ALLOWED.get(request.getUriInfo().getPath());
        if (allowed != null && !SERVED.contains(method)) {
            throw ApiException.methodNotAllowed(method).with("Allow", allowed);
        }
    }
}
