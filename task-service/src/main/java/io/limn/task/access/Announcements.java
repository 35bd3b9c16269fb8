package io.limn.task.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limn.common.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells others of changes of projects, tasks and jobs, in the transaction at hand: which object, {@code before} what it
 * was, and {@code after} what it is now, each in the form in which the API shows it. What stayed as it was is left out
 * of {@code before} when there is an {@code after}. Who makes the change, in which request and at which public address
 * is part of every event.
 */
@ApplicationScoped
public class Announcements {
    private static final String TOPIC = "limn.task";

    /** Forms above this many characters are left out: an event has a limit, and who needs them can read the object. */
    private static final int LONGEST = 24_000;

    private final Outbox outbox;
    private final ObjectMapper json;

    Announcements(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * Tells of a project.
     *
     * @param act    {@code created}, {@code updated} or {@code deleted}
     * @param before {@code null} when it is new, or when only what hangs on it changed
     * @param after  {@code null} when it is gone, or when only what hangs on it changed
     */
    public void project(String act, long project, Object before, Object after) {
        var facts = json.createObjectNode().put("project_id", project);
        send("project-" + project, "project." + act, facts, before, after);
    }

    /** Tells of a task; parameters as those of {@link #project}. */
    public void task(String act, long task, Long project, Object before, Object after) {
        var facts = json.createObjectNode().put("task_id", task).put("project_id", project);
        send(String.valueOf(task), "task." + act, facts, before, after);
    }

    /** Tells of a task on which something else than its own members changed. */
    public void taskTouched(long task) {
        send(String.valueOf(task), "task.updated", json.createObjectNode().put("task_id", task), null, null);
    }

    /** Tells of a job; parameters as those of {@link #project}. */
    public void job(String act, long task, long job, Object before, Object after) {
        var facts = json.createObjectNode().put("job_id", job).put("task_id", task);
        send(String.valueOf(task), "job." + act, facts, before, after);
    }

    private void send(String key, String type, ObjectNode facts, Object before, Object after) {
        outbox.add(TOPIC, key, type, withForms(facts, before, after));
    }

    /** The facts with both forms, as far as they are short enough. */
    public ObjectNode withForms(ObjectNode facts, Object before, Object after) {
        ObjectNode old = before == null ? null : json.valueToTree(before);
        ObjectNode now = after == null ? null : json.valueToTree(after);
        if (old != null && now != null) {
            old.properties().removeIf(member -> member.getValue().equals(now.get(member.getKey())));
        }
        put(facts, "before", old);
        put(facts, "after", now);
        return facts;
    }

    private static void put(ObjectNode facts, String name, ObjectNode form) {
        if (form != null && form.toString().length() <= LONGEST) {
            facts.set(name, form);
        }
    }
}
