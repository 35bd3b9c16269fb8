package io.limn.task.issue;

import io.limn.common.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells others of issues and comments, in the transaction at hand. */
@ApplicationScoped
class IssueEvents {
    private final Outbox outbox;

    IssueEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Tells of an issue.
     *
     * @param act    {@code created}, {@code updated} or {@code deleted}
     * @param before what it was, {@code null} when it is new
     * @param after  what it is now, {@code null} when it is gone
     */
    void issue(String act, JobStaff job, long issue, Map<String, Object> before, Map<String, Object> after) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("issue_id", issue);
        add("issue." + act, job, facts, before, after);
    }

    /** Tells of a comment; parameters as those of {@link #issue}. */
    void comment(
            String act, JobStaff job, long issue, long comment, Map<String, Object> before, Map<String, Object> after) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("comment_id", comment);
        facts.put("issue_id", issue);
        add("comment." + act, job, facts, before, after);
    }

    private void add(
            String type,
            JobStaff job,
            Map<String, Object> facts,
            Map<String, Object> before,
            Map<String, Object> after) {
        facts.put("job_id", job.jobId());
        facts.put("task_id", job.taskId());
        facts.put("project_id", job.projectId());
        if (before != null) {
            facts.put("before", before);
        }
        if (after != null) {
            facts.put("after", after);
        }
        outbox.add("limn.task", String.valueOf(job.taskId()), type, facts);
    }
}
