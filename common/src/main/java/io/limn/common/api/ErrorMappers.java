package io.limn.common.api;

import io.limn.common.identity.Caller;
import io.vertx.core.http.HttpServerRequest;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception that leaves a resource into an answer in the API's error shapes. */
public class ErrorMappers {
    private static final Logger LOG = Logger.getLogger(ErrorMappers.class);
    private static final String HTML = "text/html; charset=utf-8";

    private final Caller caller;

    ErrorMappers(Caller caller) {
        this.caller = caller;
    }

    @ServerExceptionMapper
    public Response refused(ApiException refusal) {
        return answer(refusal);
    }

    /** A path parameter that does not parse is a missing object; a path that no resource serves is a missing page. */
    @ServerExceptionMapper
    public Response notFound(NotFoundException missing) {
        if (missing.getCause() != null) {
            return answer(ApiException.notFound());
        }
        return Response.status(404)
                .type(HTML)
                .entity("<!doctype html><title>Not Found</title><h1>Not Found</h1>")
                .build();
    }

    /** An anonymous caller learns nothing about methods: without a principal the answer is 401. */
    @ServerExceptionMapper
    public Response notAllowed(NotAllowedException refused, HttpServerRequest request) {
        if (caller.isAnonymous()) {
            return answer(ApiException.unauthenticated());
        }
        var allowed = refused.getResponse().getHeaderString("Allow");
        var refusal = ApiException.methodNotAllowed(request.method().name());
        return answer(allowed == null ? refusal : refusal.with("Allow", allowed));
    }

    @ServerExceptionMapper
    public Response notSupported(NotSupportedException refused, HttpServerRequest request) {
        var type = request.getHeader("Content-Type");
        return answer(ApiException.unsupportedMediaType(type == null ? "" : type));
    }

    @ServerExceptionMapper
    public Response changedMeanwhile(OptimisticLockException conflict) {
        return answer(ApiException.detail(409, "The object was changed by another request. Please try again."));
    }

    @ServerExceptionMapper
    public Response other(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        if (status >= 500) {
            LOG.error("Request failed", refused);
        }
        var message = refused.getMessage() == null ? "" : refused.getMessage();
        return answer(ApiException.detail(status, message));
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable fault) {
        if (LostDatabase.causes(fault)) {
            LOG.warnf("Request failed, the database is away: %s", fault.getMessage());
            return answer(ApiException.detail(503, "The database does not answer. Please try again.")
                    .with("Retry-After", "1"));
        }
        LOG.error("Request failed", fault);
        return Response.status(500)
                .type(HTML)
                .entity("<!doctype html><title>Server Error</title><h1>Server Error (500)</h1>")
                .build();
    }

    private static Response answer(ApiException refusal) {
        var answer = Response.status(refusal.status());
        refusal.headers().forEach(answer::header);
        if (refusal.body() != null) {
            answer.entity(refusal.body()).type(refusal.isText() ? HTML : ApiJson.MEDIA_TYPE);
        }
        return answer.build();
    }
}
