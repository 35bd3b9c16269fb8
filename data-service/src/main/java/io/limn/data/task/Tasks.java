package io.limn.data.task;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.ApiException;
import io.limn.common.identity.ServiceClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** Asks task-service, the owner of tasks, on behalf of the caller; its refusals are passed on as they are. */
@ApplicationScoped
public class Tasks {
    private final ServiceClient services;
    private final ObjectMapper mapper;

    Tasks(ServiceClient services, ObjectMapper mapper) {
        this.services = services;
        this.mapper = mapper;
    }

    /**
     * Prepares a task for data: checks the right to upload and gives it a data record when it has none.
     *
     * @throws ApiException 400 when the task has data already, 403 or 404 as the task demands
     */
    public Attachment attach(long task) {
        var answer = services.call("task", "POST", "/internal/tasks/" + task + "/data/attach", null)
                .orRelay();
        try {
            return mapper.treeToValue(answer.body(), Attachment.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException misunderstood) {
            throw new UncheckedIOException(misunderstood);
        }
    }

    /**
     * Checks whether the caller may give data to a task and it has none yet; changes nothing.
     *
     * @throws ApiException 400 when the task has data already, 403 or 404 as the task demands
     */
    public void requireUploadable(long task) {
        var answer = services.call("task", "GET", "/internal/tasks/" + task + "?scope=upload:data", null)
                .orRelay();
        if (answer.body().path("size").asLong() != 0) {
            throw ApiException.of(400, "Adding more data is not supported");
        }
    }

    /**
     * Checks a right to a task.
     *
     * @throws ApiException 403 or 404 as the task demands
     */
    public void require(long task, String scope) {
        services.call("task", "GET", "/internal/tasks/" + task + "?scope=" + scope, null)
                .orRelay();
    }

    /** Tells the task what its data is to be like; the task shows some of it before the data is ready. */
    public void setParameters(long task, Object parameters) {
        services.call("task", "PUT", "/internal/tasks/" + task + "/data/parameters", parameters)
                .orRelay();
    }

    /** Whether the caller may view a project, a task or a job: the owner's answer. */
    public ServiceClient.Answer view(String kind, long id) {
        return services.call("task", "GET", path(kind, id), null);
    }

    private static String path(String kind, long id) {
        return switch (kind) {
            case "project" -> "/internal/projects/" + id + "/newest-task?scope=view";
            case "job" -> "/internal/jobs/" + id + "/plan?scope=view";
            default -> "/internal/tasks/" + id + "?scope=view";
        };
    }
}
