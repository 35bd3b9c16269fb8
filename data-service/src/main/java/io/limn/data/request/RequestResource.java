package io.limn.data.request;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Links;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.Lists;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Background requests of the caller. */
@Path("/api/requests")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class RequestResource {
    private final Requests requests;
    private final RequestList list;
    private final RequestAccess access;
    private final Cancellation cancellation;
    private final Lists lists;
    private final Links links;
    private final RequestStreams streams;

    RequestResource(
            Requests requests,
            RequestList list,
            RequestAccess access,
            Cancellation cancellation,
            Lists lists,
            Links links,
            RequestStreams streams) {
        this.requests = requests;
        this.list = list;
        this.access = access;
        this.cancellation = cancellation;
        this.lists = lists;
        this.links = links;
        this.streams = streams;
    }

    /** The caller's own requests, also for administrators. */
    @GET
    public Response list(HttpServerRequest request) {
        var page = lists.page(
                ListQuery.of(request, RequestList.SPEC),
                list.visible(request.getParam("org")),
                numbers -> requests.all(numbers).stream()
                        .map(found -> RequestView.of(found, links::to))
                        .toList());
        return Uncached.add(Response.ok(page)).build();
    }

    /** One request. */
    @GET
    @Path("/{id}")
    public Response get(@PathParam("id") String id) {
        var request = find(id);
        access.requireView(request);
        return Uncached.add(Response.ok(RequestView.of(request, links::to))).build();
    }

    /** One request as often as it changes, until it has ended. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.1")
    @Blocking
    @ResponseHeader(
            name = "Cache-Control",
            value = {"no-cache", "no-store"})
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> watch(@PathParam("id") String id) {
        var request = find(id);
        access.requireView(request);
        var origin = links.origin();
        return streams.of(request.number(), path -> origin + path);
    }

    /** Takes back a request that has not been started; by force also one that has. */
    @POST
    @Path("/{id}/cancel")
    public Response cancel(@PathParam("id") String id, @QueryParam("force") boolean force) {
        var request = find(id);
        access.requireOwner(request);
        if (force) {
            cancellation.stop(request);
        } else if (!cancellation.cancel(request)) {
            throw Uncached.add(ApiException.text(400, "Only requests that have not yet been started can be cancelled"));
        }
        return Uncached.add(Response.ok()).build();
    }

    private Request find(String id) {
        return requests.find(id)
                .orElseThrow(() -> Uncached.add(ApiException.text(404, "There is no request with specified id")));
    }
}
