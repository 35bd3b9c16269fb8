package io.limn.data.dataset.outgoing;

import io.limn.common.api.ApiJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Exports of projects. */
@Path("/api")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class ProjectExportResource {
    private static final String COLLECTION = "projects";

    private final Exports exports;

    ProjectExportResource(Exports exports) {
        this.exports = exports;
    }

    /** Begins an export. */
    @POST
    @Path("projects/{id:\\d+}/dataset/export")
    public Response export(@PathParam("id") long id, HttpServerRequest request) {
        return exports.begin(COLLECTION, id, request);
    }

    /** The file of an export that has ended. */
    @GET
    @Path("projects/{id:\\d+}/dataset/download")
    public Response download(
            @PathParam("id") long id,
            @QueryParam("rq_id") String rqId,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange) {
        return exports.download(COLLECTION, id, rqId, range, ifRange);
    }

    /** How large the file of an export is, and its name. */
    @HEAD
    @Path("projects/{id:\\d+}/dataset/download")
    public Response head(@PathParam("id") long id, @QueryParam("rq_id") String rqId) {
        return exports.head(COLLECTION, id, rqId);
    }
}
