package io.limn.task.eventlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.api.Timestamps;
import io.limn.common.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what clients report: times are corrected to the clock of the server, users are who they are. */
@ApplicationScoped
class ClientEvents {
    private static final Set<String> SCOPES =
            Set.of("load:cvat load:job save:job load:workspace send:exception join:objects change:frame draw:object"
                    .concat(" paste:object copy:object propagate:object drag:object resize:object")
                    .concat(" delete:object merge:objects split:objects group:objects slice:object zoom:image")
                    .concat(" fit:image rotate:image action:undo action:redo debug:info")
                    .concat(" run:annotations_action click:element user:activity")
                    .split(" "));
    private static final List<String> TEXTS = List.of("scope", "obj_name", "obj_val");
    private static final List<String> NUMBERS = List.of("obj_id", "count", "project_id", "task_id", "job_id");

    private final Caller caller;
    private final ObjectMapper json;

    ClientEvents(Caller caller, ObjectMapper json) {
        this.caller = caller;
        this.json = json;
    }

    /** What a client sent, ready to be stored and answered. */
    record Report(List<ObjectNode> events, ObjectNode previousEvent, Instant timestamp) {}

    /**
     * Reads a report.
     *
     * @throws ApiException 400 when it is malformed
     */
    Report read(Input body) {
        var now = Timestamps.now();
        var items = body.objects("events").or(List.of());
        var events = new ArrayList<ObjectNode>();
        items.forEach(item -> events.add(event(item)));
        var before = body.object("previous_event").nullable().value();
        var previous = before == null ? null : event(before);
        var sent = body.timestamp("timestamp").required().value();
        body.check();
        var correction = Duration.between(sent, now);
        for (var event : events) {
            checkOrigin(event);
            checkPayload(event);
            sign(event);
            correct(event, correction);
        }
        if (previous != null) {
            correct(previous, correction);
        }
        return new Report(events, previous, now);
    }

    private ObjectNode event(Input item) {
        var event = json.createObjectNode();
        for (var name : TEXTS) {
            var text = item.text(name);
            text = name.equals("scope") ? text.required() : text.nullable().blank();
            if (text.present()) {
                event.put(name, text.value());
            }
        }
        for (var name : NUMBERS) {
            var number = item.integer(name).nullable();
            if (number.present()) {
                event.put(name, number.value());
            }
        }
        var time = item.timestamp("timestamp").required().value();
        event.put("timestamp", time == null ? null : Timestamps.format(time));
        var duration = item.integer("duration").range(0, Long.MAX_VALUE);
        if (duration.present()) {
            event.put("duration", duration.value());
        }
        var source = item.text("source").nullable();
        if (source.present()) {
            event.put("source", source.value());
        }
        var payload = item.text("payload").nullable().blank();
        if (payload.present()) {
            event.put("payload", payload.value());
        }
        return event;
    }

    private static void checkOrigin(ObjectNode event) {
        var scope = event.path("scope").asText();
        var source = event.path("source");
        boolean client = source.isMissingNode() || source.asText().equals("client");
        if (!client || !SCOPES.contains(scope)) {
            var origin = client ? "client" : source.isNull() ? "None" : "server";
            throw ApiException.of(400, Map.of("scope", "Event scope **" + scope + "** is not allowed from " + origin));
        }
    }

    private void checkPayload(ObjectNode event) {
        var payload = event.path("payload").asText("");
        try {
            var tree = payload.isEmpty() || payload.equals("null") ? json.createObjectNode() : json.readTree(payload);
            event.put("payload", text(tree));
        } catch (JsonProcessingException malformed) {
            throw ApiException.of(400, Map.of("payload", "JSON payload is not valid in passed event"));
        }
    }

    /** JSON with a blank after commas and colons, which is how clients know it from the reference. */
    private static String text(JsonNode tree) {
        if (tree.isObject()) {
            var members = new ArrayList<String>();
            tree.properties()
                    .forEach(member -> members.add(com.fasterxml.jackson.databind.node.TextNode.valueOf(member.getKey())
                            + ": " + text(member.getValue())));
            return "{" + String.join(", ", members) + "}";
        }
        if (tree.isArray()) {
            var items = new ArrayList<String>();
            tree.forEach(item -> items.add(text(item)));
            return "[" + String.join(", ", items) + "]";
        }
        return tree.toString();
    }

    private void sign(ObjectNode event) {
        var user = caller.principal();
        var organization = caller.organization();
        event.put("duration", event.path("duration").asLong(0));
        event.put("source", "client");
        event.put("user_id", user.id());
        event.put("user_name", user.username());
        event.put("user_email", user.email());
        event.put("org_id", organization.organization());
        event.put("org_slug", organization.slug());
    }

    private static void correct(ObjectNode event, Duration correction) {
        var time = Timestamps.parse(event.path("timestamp").asText());
        event.put("timestamp", Timestamps.format(time.plus(correction)));
    }
}
