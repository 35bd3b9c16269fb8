package io.limn.data.request;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Links;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.Lists;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

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

    RequestResource(
            Requests requests,
            RequestList list,
            RequestAccess access,
            Cancellation cancellation,
            Lists lists,
            Links links) {
        this.requests = requests;
        this.list = list;
        this.access = access;
        this.cancellation = cancellation;
        this.lists = lists;
        this.links = links;
    }

    /** The caller's own requests, also for administrators. */
    @GET
    public Response list(HttpServerRequest request) {
        var page = lists.page(
                ListQuery.of(request, RequestList.SPEC),
                list.visible(request.getParam("org")),
                numbers -> requests.all(numbers).stream()
                        .map(found -> RequestView.of(found, links))
                        .toList());
        return Uncached.add(Response.ok(page)).build();
    }

    /** One request. */
    @GET
    @Path("/{id}")
    public Response get(@PathParam("id") String id) {
        var request = find(id);
        access.requireView(request);
        return Uncached.add(Response.ok(RequestView.of(request, links))).build();
    }

    /** Takes back a request that has not been started. */
    @POST
    @Path("/{id}/cancel")
    public Response cancel(@PathParam("id") String id) {
        var request = find(id);
        access.requireOwner(request);
        if (!cancellation.cancel(request)) {
            throw Uncached.add(ApiException.text(400, "Only requests that have not yet been started can be cancelled"));
        }
        return Uncached.add(Response.ok()).build();
    }

    private Request find(String id) {
        return requests.find(id)
                .orElseThrow(() -> Uncached.add(ApiException.text(404, "There is no request with specified id")));
    }
}
