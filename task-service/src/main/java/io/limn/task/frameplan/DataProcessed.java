package io.limn.task.frameplan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.event.Event;
import io.limn.common.event.EventHandler;
import io.limn.common.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Turns processed data into a frame plan with segments and jobs, and tells data-service what became of it: the task is
 * ready, it refused, or it is gone.
 */
@ApplicationScoped
class DataProcessed implements EventHandler {
    private final FramePlans plans;
    private final Outbox outbox;
    private final ObjectMapper json;

    DataProcessed(FramePlans plans, Outbox outbox, ObjectMapper json) {
        this.plans = plans;
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public String topic() {
        return "limn.data";
    }

    @Override
    public Set<String> types() {
        return Set.of("data.processed");
    }

    @Override
    public void handle(Event event) throws JsonProcessingException {
        var data = json.treeToValue(event.data(), ProcessedData.class);
        var answer = new HashMap<String, Object>();
        answer.put("task_id", data.taskId());
        answer.put("request_id", data.requestId());
        switch (plans.lay(data)) {
            case Outcome.Ready ready -> {
                answer.put("jobs", ready.jobs());
                send(data, "task.ready", answer);
            }
            case Outcome.Rejected rejected -> {
                answer.put("message", rejected.message());
                send(data, "task.rejected", answer);
            }
            case Outcome.Gone gone ->
                send(data, "task.purged", Map.of("task_id", data.taskId(), "data_id", data.dataId()));
        }
    }

    private void send(ProcessedData data, String type, Object facts) {
        outbox.add("limn.task", String.valueOf(data.taskId()), type, facts);
    }
}
