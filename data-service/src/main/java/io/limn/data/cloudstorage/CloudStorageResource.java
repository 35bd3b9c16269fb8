package io.limn.data.cloudstorage;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Page;
import io.limn.common.api.idempotency.Idempotent;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.Lists;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Cloud storages: buckets and containers that users have told of. */
@Path("/api/cloudstorages")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class CloudStorageResource {
    private final Storages storages;
    private final StorageViews views;
    private final StorageAccess access;
    private final StorageBodies bodies;
    private final Lists lists;

    CloudStorageResource(
            Storages storages, StorageViews views, StorageAccess access, StorageBodies bodies, Lists lists) {
        this.storages = storages;
        this.views = views;
        this.access = access;
        this.bodies = bodies;
        this.lists = lists;
    }

    /** The storages that the caller may see. */
    @GET
    public Page<StorageView> list(HttpServerRequest request) {
        var visible = access.visible();
        var provider = request.getParam("provider_type");
        if (provider != null && !provider.isBlank() && !Provider.NAMES.contains(provider)) {
            throw ApiException.rule("Unsupported type of cloud provider");
        }
        return lists.page(ListQuery.of(request, StorageViews.LIST), visible, views::of);
    }

    /** Tells of a storage; its bucket is looked at first. */
    @POST
    @Idempotent
    public Response create(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType) {
        var organization = access.requireCreate();
        var form = PlainRefusals.of(() -> bodies.read(body, contentType));
        return Response.status(Response.Status.CREATED)
                .entity(views.of(storages.create(form, organization)))
                .build();
    }

    /** One storage. */
    @GET
    @Path("{id}")
    public StorageView get(@PathParam("id") int id) {
        access.require(id, "view");
        return views.of(id);
    }

    /** Changes a storage; its bucket is looked at first. */
    @PATCH
    @Path("{id}")
    public StorageView update(
            @PathParam("id") int id, InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType) {
        access.require(id, "update");
        storages.update(id, bodies.read(body, contentType));
        return views.of(id);
    }

    /** Removes a storage; nothing in its bucket is touched. */
    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") int id) {
        access.require(id, "delete");
        storages.delete(id);
    }
}
