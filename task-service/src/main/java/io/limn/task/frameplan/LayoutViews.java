package io.limn.task.frameplan;

import io.limn.task.job.JobScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows validation layouts as the API shows them; what a mode does not know is absent. */
@ApplicationScoped
class LayoutViews {
    private final ValidationLayouts layouts;

    LayoutViews(ValidationLayouts layouts) {
        this.layouts = layouts;
    }

    /** The layout of a task. */
    Map<String, Object> ofTask(long task) {
        var view = new LinkedHashMap<String, Object>();
        view.put("mode", null);
        view.put("frames_per_job_count", null);
        layouts.find(task).ifPresent(layout -> {
            view.put("mode", layout.mode());
            view.put("frames_per_job_count", layout.perJob());
            view.put("validation_frames", layout.frames());
            view.put("disabled_frames", layout.disabled());
            if (layout.hasHoneypots()) {
                view.put("honeypot_count", layout.honeypots().length);
                view.put("honeypot_frames", layout.honeypots());
                view.put("honeypot_real_frames", layout.realFrames());
            }
        });
        return view;
    }

    /** The honeypots of a job, nothing when its task has none. */
    Map<String, Object> ofJob(JobScope job) {
        var view = new LinkedHashMap<String, Object>();
        layouts.find(job.taskId()).filter(ValidationLayout::hasHoneypots).ifPresent(layout -> {
            var own = layout.positions(job.startFrame(), job.stopFrame()).toArray();
            view.put("honeypot_count", own.length);
            view.put("honeypot_frames", pick(layout.honeypots(), own));
            view.put("honeypot_real_frames", pick(layout.realFrames(), own));
        });
        return view;
    }

    private static int[] pick(int[] numbers, int[] positions) {
        var picked = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            picked[i] = numbers[positions[i]];
        }
        return picked;
    }
}
