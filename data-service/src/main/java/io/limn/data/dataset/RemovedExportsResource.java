package io.limn.data.dataset;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Where an older API exported datasets and backups and watched imports: says where to turn now. */
@Path("/api")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class RemovedExportsResource {
    private static final String IMPORT = """
            This endpoint no longer supports checking the status of the import process.
            The common requests API should be used instead: GET /api/requests/rq_id,
            where rq_id is obtained from the response of the initializing request.
            """;
    private static final String EXPORT = """
            This endpoint is no longer supported.
            To initiate the export process, use POST /api/%s.
            To check the process status, use GET /api/requests/rq_id,
            where rq_id is obtained from the response of the previous request.
            To download the prepared file, use the result_url obtained from the response of the previous request.
            """;

    @GET
    @Path("projects/{id:\\d+}/dataset")
    public String ofProject(HttpServerRequest request) {
        throw "import_status".equals(request.getParam("action")) ? gone(IMPORT) : dataset("projects");
    }

    @GET
    @Path("tasks/{id:\\d+}/dataset")
    public String ofTask() {
        throw dataset("tasks");
    }

    @GET
    @Path("jobs/{id:\\d+}/dataset")
    public String ofJob() {
        throw dataset("jobs");
    }

    @GET
    @Path("projects/{id:\\d+}/backup")
    public String backupOfProject() {
        throw gone(EXPORT.formatted("projects/id/backup/export"));
    }

    @GET
    @Path("tasks/{id:\\d+}/backup")
    public String backupOfTask() {
        throw gone(EXPORT.formatted("tasks/id/backup/export"));
    }

    @POST
    @Path("projects/backup")
    public String restoreProject(HttpServerRequest request) {
        throw watched(request);
    }

    @POST
    @Path("tasks/backup")
    public String restoreTask(HttpServerRequest request) {
        throw watched(request);
    }

    private static ApiException watched(HttpServerRequest request) {
        return request.params().contains("rq_id") ? gone(IMPORT) : ApiException.notFound();
    }

    private static ApiException dataset(String collection) {
        return gone(EXPORT.formatted(collection + "/id/dataset/export?save_images=True"));
    }

    private static ApiException gone(String text) {
        return ApiException.text(410, text);
    }
}
