package io.limn.common.identity;

import io.limn.common.api.ApiException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Denies by default. Before a resource is looked for, the token of the request is checked; after that, callers without
 * a principal are refused by every resource that is not marked {@link PublicAccess}, and callers that are no service by
 * everything below {@code /internal}.
 */
public class IdentityFilter {
    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final Caller caller;

    IdentityFilter(Tokens tokens, Caller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    /** Reads who calls; a token that is shown must be true. */
    @ServerRequestFilter(preMatching = true)
    public Optional<Response> identify(ContainerRequestContext context, HttpServerRequest request) {
        boolean internal = request.path().startsWith("/internal");
        var token = bearer(request.getHeader("Authorization"));
        if (internal) {
            var service = token.flatMap(tokens::service);
            if (service.isEmpty()) {
                throw ApiException.unauthenticated();
            }
            var user = Optional.ofNullable(request.getHeader("X-Limn-User"));
            caller.set(user.map(this::principal).orElse(null), service.get());
        } else {
            caller.set(token.map(this::principal).orElse(null), null);
        }
        caller.trace(request);
        return Optional.empty();
    }

    /**
     * Refuses anonymous callers of what is not public, and users of what is internal. The resource that was found counts
     * here, not the path: one with a doubled slash or dots leads to the same resource.
     */
    @ServerRequestFilter(priority = 1000)
    public void authorize(ResourceInfo resource) {
        if (isInternal(resource.getResourceClass()) && caller.service().isEmpty()) {
            throw ApiException.unauthenticated();
        }
        var method = resource.getResourceMethod();
        boolean open = method != null
                && (method.isAnnotationPresent(PublicAccess.class)
                        || resource.getResourceClass().isAnnotationPresent(PublicAccess.class));
        if (!open && caller.isAnonymous() && caller.service().isEmpty()) {
            throw ApiException.unauthenticated();
        }
    }

    private static boolean isInternal(Class<?> resource) {
        var path = resource == null ? null : resource.getAnnotation(Path.class);
        return path != null && ("/" + path.value()).replace("//", "/").startsWith("/internal");
    }

    private Principal principal(String token) {
        return tokens.user(token).orElseThrow(() -> ApiException.unauthenticated("Invalid token."));
    }

    private static Optional<String> bearer(String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw ApiException.unauthenticated("Invalid token.");
        }
        return Optional.of(header.substring(SCHEME.length()).strip());
    }
}
