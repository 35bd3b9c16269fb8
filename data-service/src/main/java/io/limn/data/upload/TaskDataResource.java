package io.limn.data.upload;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.idempotency.Idempotent;
import io.limn.data.task.Tasks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Takes the data of a task: in one request, in a session of several, or by resumable uploads. Which of these a POST is
 * depends on the presence of headers alone.
 */
@Path("/api/tasks/{id}/data")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class TaskDataResource {
    private static final int FORBIDDEN = 403;

    private final Tasks tasks;
    private final TaskData data;
    private final TusUploads resumable;

    TaskDataResource(Tasks tasks, TaskData data, TusUploads resumable) {
        this.tasks = tasks;
        this.data = data;
        this.resumable = resumable;
    }

    /** Tells about resumable uploads; rights are not looked at, data that is there already is. */
    @OPTIONS
    public Response options(@PathParam("id") long id) {
        try {
            tasks.requireUploadable(id);
        } catch (ApiException refused) {
            if (refused.status() != FORBIDDEN) {
                throw refused;
            }
        }
        return resumable.options();
    }

    /** One step of an upload. */
    @POST
    @Idempotent
    public Response post(@PathParam("id") long id, HttpServerRequest request, InputStream body) {
        tasks.requireUploadable(id);
        var headers = request.headers();
        if (!headers.contains("Upload-Finish")) {
            if (headers.contains("Upload-Start")) {
                data.begin(id, body, request.getHeader("Content-Type"));
                return Response.accepted().build();
            }
            if (headers.contains("Upload-Length")) {
                return resumable.create(TaskData.collection(id), true, request, () -> tasks.attach(id));
            }
            if (headers.contains("Upload-Multiple")) {
                data.append(id, body, request.getHeader("Content-Type"));
                return Response.ok().build();
            }
        }
        var rqId = data.finish(id, body, request.getHeader("Content-Type"));
        return Response.accepted(Map.of("rq_id", rqId)).build();
    }

    /** How far a resumable upload is. */
    @HEAD
    @Path("/{file:\\d+_[0-9a-f-]{36}}")
    public Response head(@PathParam("id") long id, @PathParam("file") String file) {
        tasks.require(id, "upload:data");
        return resumable.head(TaskData.collection(id), file);
    }

    /** The next bytes of a resumable upload. */
    @PATCH
    @Path("/{file:\\d+_[0-9a-f-]{36}}")
    public Response patch(
            @PathParam("id") long id, @PathParam("file") String file, HttpServerRequest request, InputStream body)
            throws IOException {
        tasks.require(id, "upload:data");
        return resumable.patch(TaskData.collection(id), file, request, body);
    }
}
