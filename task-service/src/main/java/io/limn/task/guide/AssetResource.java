package io.limn.task.guide;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Links;
import io.limn.common.identity.PublicAccess;
import io.limn.task.database.Database;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Assets: the files that guides show. */
@Path("/api/assets")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class AssetResource {
    private final Assets assets;
    private final AssetAnswer answers;
    private final Database database;
    private final Links links;

    AssetResource(Assets assets, AssetAnswer answers, Database database, Links links) {
        this.assets = assets;
        this.answers = answers;
        this.database = database;
        this.links = links;
    }

    @POST
    public RestResponse<AssetView> create(HttpServerRequest request, InputStream body) {
        var id = assets.create(AssetForm.read(body, request.getHeader("Content-Type")));
        var view = database.one(AssetView.query(id), row -> AssetView.read(row, links));
        return ResponseBuilder.create(
                        RestResponse.Status.CREATED, view.orElseThrow(() -> ApiException.notFound("Asset")))
                .build();
    }

    /** The bytes; those of public guides for everybody. */
    @GET
    @Path("{uuid}")
    @PublicAccess
    public Response get(String uuid, HttpServerRequest request) {
        return answers.of(assets.require(uuid, "view"), request.getHeader("Range"), request.getHeader("If-None-Match"));
    }

    @DELETE
    @Path("{uuid}")
    public void delete(String uuid) {
        assets.delete(uuid);
    }
}
