package io.limn.data.frame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.identity.ServiceClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** Asks task-service, in one call each, whether the caller may have something and of which frames it consists. */
@ApplicationScoped
class Plans {
    private final ServiceClient services;
    private final ObjectMapper mapper;

    Plans(ServiceClient services, ObjectMapper mapper) {
        this.services = services;
        this.mapper = mapper;
    }

    /** The plan of a task; refusals are passed on as they are. */
    FramePlan task(int id, String scope) {
        return plan("GET", "/internal/tasks/" + id + "/plan?scope=" + scope, null);
    }

    /** The plan of a job. */
    FramePlan job(int id, String scope) {
        return plan("GET", "/internal/jobs/" + id + "/plan?scope=" + scope, null);
    }

    /** Changes a task's metadata; the plan after it. */
    FramePlan changeTask(int id, JsonNode change) {
        return plan("PATCH", "/internal/tasks/" + id + "/meta", change);
    }

    /** Changes a job's metadata; the plan after it. */
    FramePlan changeJob(int id, JsonNode change) {
        return plan("PATCH", "/internal/jobs/" + id + "/meta", change);
    }

    /** The task that stands for a project; null when it has none. */
    Integer newestTask(int project) {
        JsonNode answer = call("GET", "/internal/projects/" + project + "/newest-task?scope=view", null);
        JsonNode task = answer.path("task_id");
        return task.canConvertToInt() ? task.asInt() : null;
    }

    private FramePlan plan(String method, String path, JsonNode body) {
        try {
            return mapper.treeToValue(call(method, path, body), FramePlan.class);
        } catch (JsonProcessingException misunderstood) {
            throw new UncheckedIOException(misunderstood);
        }
    }

    private JsonNode call(String method, String path, JsonNode body) {
        return services.call("task", method, path, body).orRelay().body();
    }
}
