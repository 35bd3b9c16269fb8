package io.limn.data.frame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.identity.ServiceClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Optional;

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
        return plan("/internal/tasks/" + id + "/plan?scope=" + scope);
    }

    /** The plan of a job. */
    FramePlan job(int id, String scope) {
        return plan("/internal/jobs/" + id + "/plan?scope=" + scope);
    }

    /**
     * Changes the metadata of a task or a job.
     *
     * @param kind     {@code tasks} or {@code jobs}
     * @param revision of the plan that is to be changed, {@code null} for whichever there is
     * @return the plan after it; nothing when the plan has another revision
     */
    Optional<FramePlan> change(String kind, int id, JsonNode change, Long revision) {
        var path = "/internal/" + kind + "/" + id + "/meta" + (revision == null ? "" : "?revision=" + revision);
        var answer = services.call("task", "PATCH", path, change);
        return answer.status() == 412
                ? Optional.empty()
                : Optional.of(understood(answer.orRelay().body()));
    }

    /** The task that stands for a project; null when it has none. */
    Integer newestTask(int project) {
        JsonNode answer = call("/internal/projects/" + project + "/newest-task?scope=view");
        JsonNode task = answer.path("task_id");
        return task.canConvertToInt() ? task.asInt() : null;
    }

    private FramePlan plan(String path) {
        return understood(call(path));
    }

    private FramePlan understood(JsonNode plan) {
        try {
            return mapper.treeToValue(plan, FramePlan.class);
        } catch (JsonProcessingException misunderstood) {
            throw new UncheckedIOException(misunderstood);
        }
    }

    private JsonNode call(String path) {
        return services.call("task", "GET", path, null).orRelay().body();
    }
}
