package io.limn.data.request;

import io.limn.common.api.ApiJson;
import io.limn.data.task.Tasks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The deprecated status of the creation of a task's data. */
@Path("/api/tasks/{id:\\d+}/status")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class TaskStatusResource {
    private final Tasks tasks;
    private final Requests requests;

    TaskStatusResource(Tasks tasks, Requests requests) {
        this.tasks = tasks;
        this.requests = requests;
    }

    /** The state of a creation. */
    public record Status(String state, String message, double progress) {}

    /** A creation that is not known counts as finished. */
    @GET
    public Response get(@PathParam("id") long id) {
        tasks.require(id, "view");
        var status = requests.find(RequestId.ofCreation(id))
                .map(request -> new Status(state(request.status()), request.message(), request.progress()))
                .orElseGet(() -> new Status("Finished", "", 0));
        return Response.ok(status).header("Deprecation", "true").build();
    }

    private static String state(String status) {
        return switch (status) {
            case "started" -> "Started";
            case "finished" -> "Finished";
            case "failed" -> "Failed";
            default -> "Queued";
        };
    }
}
