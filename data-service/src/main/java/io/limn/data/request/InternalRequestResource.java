package io.limn.data.request;

import io.limn.common.api.ApiException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The registry for the other services. A request is named by its number or by its identifier. */
@Path("/internal/requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalRequestResource {
    private final Requests requests;
    private final RequestSubjects subjects;

    InternalRequestResource(Requests requests, RequestSubjects subjects) {
        this.requests = requests;
        this.subjects = subjects;
    }

    /** How far a request is. */
    public record Progress(String message, double progress) {}

    /** What came of a request. */
    public record Result(String resultPath, Long resultId) {}

    /** Why there came nothing of it. */
    public record Failure(String message) {}

    /** Reserves an identifier for a minute. */
    @POST
    public Response reserve(RequestDraft draft) {
        long number = requests.reserve(draft);
        return Response.status(201)
                .entity(Map.of("rq_id", draft.rqId(), "request_id", number))
                .build();
    }

    /** Confirms a reservation once the work is written. */
    @POST
    @Path("/{id}/confirm")
    public Response confirm(@PathParam("id") String id) {
        return answer(requests.confirm(number(id)));
    }

    /** Says that a request has been started and how far it is; 410 tells to stop. */
    @POST
    @Path("/{id}/progress")
    public Response progress(@PathParam("id") String id, Progress progress) {
        var message = progress == null || progress.message() == null ? "" : progress.message();
        return answer(requests.progress(number(id), message, progress == null ? 0 : progress.progress()));
    }

    /** Ends a request well. */
    @POST
    @Path("/{id}/finish")
    public Response finish(@PathParam("id") String id, Result result) {
        return answer(requests.finish(
                number(id), result == null ? null : result.resultPath(), result == null ? null : result.resultId()));
    }

    /** Ends a request with a message. */
    @POST
    @Path("/{id}/fail")
    public Response fail(@PathParam("id") String id, Failure failure) {
        return answer(requests.fail(number(id), failure == null ? "" : failure.message()));
    }

    /** The queues in which requests about a project or a task, or what lies below it, are under way. */
    public record UnderWay(List<String> queues) {}

    /** Where a project or task is. */
    public record Workspace(Long organizationId, String organizationSlug) {}

    /** Tells what is under way about a project or a task. */
    @GET
    @Path("/about/{kind:projects|tasks}/{id:\\d+}")
    public UnderWay underWay(@PathParam("kind") String kind, @PathParam("id") long id) {
        return new UnderWay(subjects.queues(subject(kind), id));
    }

    /** Shows the requests about a project or a task in another workspace, into which it was transferred. */
    @PUT
    @Path("/about/{kind:projects|tasks}/{id:\\d+}")
    public void transferred(@PathParam("kind") String kind, @PathParam("id") long id, Workspace workspace) {
        subjects.transfer(subject(kind), id, workspace.organizationId(), workspace.organizationSlug());
    }

    private static RequestSubjects.Kind subject(String kind) {
        return kind.equals("tasks") ? RequestSubjects.Kind.TASK : RequestSubjects.Kind.PROJECT;
    }

    private long number(String id) {
        if (id.matches("\\d{1,18}")) {
            return Long.parseLong(id);
        }
        return requests.find(id).orElseThrow(ApiException::notFound).number();
    }

    private static Response answer(boolean done) {
        return Response.status(done ? 204 : 410).build();
    }
}
