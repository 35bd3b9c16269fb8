package io.limn.task.annotation;

import io.limn.common.api.ApiException;
import io.limn.common.api.Bodies;
import io.limn.task.access.TaskAccess;
import io.limn.task.access.TaskScope;
import io.limn.task.job.JobAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Annotations as lines, for exports: out as of given revisions, in as one change. */
@Path("/internal/datasets")
@RunOnVirtualThread
public class InternalExtractResource {
    private final TaskAccess tasks;
    private final JobAccess jobs;
    private final TaskJobsReader ranges;
    private final Extract extract;
    private final Intake intake;
    private final Bodies bodies;

    InternalExtractResource(
            TaskAccess tasks, JobAccess jobs, TaskJobsReader ranges, Extract extract, Intake intake, Bodies bodies) {
        this.tasks = tasks;
        this.jobs = jobs;
        this.ranges = ranges;
        this.extract = extract;
        this.intake = intake;
        this.bodies = bodies;
    }

    /**
     * Annotations of a task or of one of its jobs. The body gives the revision of each job.
     *
     * @param kind  {@code tag}, {@code shape} or {@code track}
     * @param job   the job, without it those of all are put together
     * @param order {@code frame}, or of tracks {@code index}
     */
    @POST
    @Path("tasks/{id}/annotations")
    @Produces("application/x-ndjson")
    public StreamingOutput read(
            long id,
            @QueryParam("kind") String kind,
            @QueryParam("job") Long job,
            @QueryParam("order") String order,
            InputStream body) {
        var task = task(id);
        var revisions = new HashMap<Long, Long>();
        bodies.any(body)
                .properties()
                .forEach(revision -> revisions.put(
                        Long.valueOf(revision.getKey()), revision.getValue().asLong()));
        var request = new Extract.Request(
                where(task, job), revisions, Kind.valueOf(kind.toUpperCase(Locale.ROOT)), !"index".equals(order));
        return out -> extract.write(request, out);
    }

    /**
     * Replaces the annotations of a task or of one of its jobs by those of the lines, each a body of a save; the last
     * one gives the number of annotations. Without it nothing is changed.
     */
    @POST
    @Path("tasks/{id}/import")
    @Produces("application/json")
    public Map<String, Object> write(
            long id, @QueryParam("job") Long job, @QueryParam("user") Long user, InputStream body) {
        return Map.of("count", intake.replace(task(id), job, user, body));
    }

    private TaskScope task(long id) {
        return tasks.find(id).orElseThrow(() -> ApiException.notFound("Task"));
    }

    private TaskJobs where(TaskScope task, Long job) {
        if (job == null) {
            return ranges.of(task);
        }
        var scope = jobs.find(job).orElseThrow(() -> ApiException.notFound("Job"));
        var range = new JobRange(scope.id(), scope.startFrame(), scope.stopFrame());
        return new TaskJobs(task.taskId(), List.of(range), 0, "3d".equals(task.dimension()));
    }
}
