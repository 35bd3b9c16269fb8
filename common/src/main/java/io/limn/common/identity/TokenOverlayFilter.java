package io.limn.common.identity;

import io.limn.common.api.ApiException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Holds requests with a personal access token to the {@link TokenOverlay}. */
public class TokenOverlayFilter {
    private static final String LOCAL = "local";

    private final Caller caller;
    private final ResourcePaths paths;

    TokenOverlayFilter(Caller caller, ResourcePaths paths) {
        this.caller = caller;
        this.paths = paths;
    }

    /**
     * Refuses what a token must not do. The resource that was found counts, not the path that was sent: several lead to
     * the same one. Between services the one that the client asked has decided.
     */
    @ServerRequestFilter(priority = 1010)
    public void limit(ResourceInfo resource, ContainerRequestContext context, HttpServerRequest request) {
        var principal = caller.user().orElse(null);
        if (resource.getResourceMethod() == null
                || principal == null
                || principal.signIn() != Principal.SignIn.ACCESS_TOKEN
                || caller.service().isPresent()) {
            return;
        }
        var path = paths.of(resource.getResourceClass(), resource.getResourceMethod());
        switch (TokenOverlay.shared().outcome(context.getMethod(), path, principal.readOnly())) {
            case YES -> {}
            case NO -> throw ApiException.forbidden();
            case IGNORED -> throw ApiException.unauthenticated();
            case LOCAL -> {
                if (!request.params().getAll("location").stream().allMatch(LOCAL::equals)) {
                    throw ApiException.forbidden();
                }
            }
        }
    }
}
