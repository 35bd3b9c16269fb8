package io.limn.data.frame;

import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Which picture stands for a task, a job or a project. */
@ApplicationScoped
class Previews {
    private final Plans plans;
    private final Answers answers;

    Previews(Plans plans, Answers answers) {
        this.plans = plans;
        this.answers = answers;
    }

    /** The first frame of the first segment that is a range. */
    Response ofTask(FramePlan plan) {
        if (!plan.hasData()) {
            throw ApiException.text(404, "Task image preview not found");
        }
        int frame = plan.segments().stream()
                .filter(segment -> "range".equals(segment.type()))
                .mapToInt(FramePlan.Segment::startFrame)
                .findFirst()
                .orElse(0);
        return answers.preview(plan, plan.source(frame));
    }

    /** The lowest frame of the job. */
    Response ofJob(FramePlan plan) {
        Answers.requireData(plan);
        return answers.preview(plan, plan.source(plan.ownFrames().getFirst()));
    }

    /** The preview of the newest task. */
    Response ofProject(int id) {
        Integer task = plans.newestTask(id);
        FramePlan plan = task == null ? null : plans.task(task, "view");
        if (plan == null || !plan.hasData()) {
            throw ApiException.text(404, "Project image preview not found");
        }
        return ofTask(plan);
    }
}
