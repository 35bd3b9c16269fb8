package io.limn.common.identity;

import io.limn.common.api.ApiException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who sent the request at hand: a user, a service, a service on behalf of a user, or nobody known. */
@RequestScoped
public class Caller {
    private Principal principal;
    private String service;
    private String requestId;
    private String origin;
    private String traceparent;
    private OrganizationContext.Parameters parameters = OrganizationContext.Parameters.NONE;
    private OrganizationContext organization;

    private final OrganizationDirectory directory;

    Caller(OrganizationDirectory directory) {
        this.directory = directory;
    }

    void set(Principal user, String callingService) {
        principal = user;
        service = callingService;
    }

    void trace(HttpServerRequest request) {
        requestId = request.getHeader("X-Request-Id");
        traceparent = request.getHeader("traceparent");
        var host = request.getHeader("X-Forwarded-Host");
        var scheme = request.getHeader("X-Forwarded-Proto");
        origin = (scheme == null ? "http" : scheme) + "://" + (host == null ? request.getHeader("Host") : host);
        parameters = OrganizationContext.Parameters.of(request);
    }

    /** Whether no user is known. */
    public boolean isAnonymous() {
        return principal == null;
    }

    /**
     * The user.
     *
     * @throws ApiException 401 when nobody is known
     */
    public Principal principal() {
        return user().orElseThrow(ApiException::unauthenticated);
    }

    /** The user, if one is known. */
    public Optional<Principal> user() {
        return Optional.ofNullable(principal);
    }

    /** The calling service on {@code /internal} paths. */
    public Optional<String> service() {
        return Optional.ofNullable(service);
    }

    /** Id of the request, as the gateway gave it; {@code null} outside of requests from it. */
    public String requestId() {
        return requestId;
    }

    /** Public address of the request, for absolute links in what is written later. */
    public String origin() {
        return origin;
    }

    /** Trace context of the request, {@code null} when it has none. */
    public String traceparent() {
        return traceparent;
    }

    /**
     * Id of the organization that the request names, {@code null} when it names none, or one that is neither the
     * caller's nor has been looked for yet: this never asks another service.
     */
    Long workspace() {
        return organization == null ? parameters.stated(principal) : organization.organization();
    }

    /**
     * The workspace that the request names. Looked for at the first call, which may ask another service.
     *
     * @throws ApiException 400 or 404 when it names none that can be, 503 when nobody can say
     */
    public OrganizationContext organization() {
        if (organization == null) {
            organization = parameters.resolve(principal, directory);
        }
        return organization;
    }
}
