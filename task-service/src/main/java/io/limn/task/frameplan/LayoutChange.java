package io.limn.task.frameplan;

import io.limn.common.api.ApiException;
import io.limn.common.api.conditional.Precondition;
import io.limn.task.access.Announcements;
import io.limn.task.access.Touch;
import io.limn.task.job.JobScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Changes validation layouts, each in one transaction. */
@ApplicationScoped
class LayoutChange {
    private static final String REFUSED = "Could not update honeypot frames: ";

    private final ValidationLayouts layouts;
    private final Segments segments;
    private final DeletedFrames deleted;
    private final Honeypots honeypots;
    private final Touch touch;
    private final Announcements announcements;
    private final Precondition precondition;
    private final LayoutViews views;

    LayoutChange(
            ValidationLayouts layouts,
            Segments segments,
            DeletedFrames deleted,
            Honeypots honeypots,
            Touch touch,
            Announcements announcements,
            Precondition precondition,
            LayoutViews views) {
        this.layouts = layouts;
        this.segments = segments;
        this.deleted = deleted;
        this.honeypots = honeypots;
        this.touch = touch;
        this.announcements = announcements;
        this.precondition = precondition;
        this.views = views;
    }

    /**
     * Disables or restores validation frames of a task, then chooses its honeypots anew.
     *
     * @throws ApiException 400 when the task has no layout or the frames do not fit it, 412 when the client knows another
     *                      version
     */
    @Transactional
    public void ofTask(long task, LayoutForm form) {
        var layout = layouts.lock(task).orElseThrow(() -> ApiException.rule("The task has no validation frames"));
        precondition.require(() -> views.ofTask(task));
        if (form.disabled() != null) {
            layout = deleted.disable(task, layout, form.disabled());
        }
        if (form.method() != null) {
            demandHoneypots(layout);
            var ranges = segments.ranges(task);
            var chosen = form.isManual() ? manual(layout, form.realFrames()) : HoneypotDraw.all(layout, ranges);
            honeypots.replace(task, layout, chosen, ranges);
        }
        changed(task);
    }

    /**
     * Chooses the honeypots of a job anew.
     *
     * @throws ApiException 400 when the job has none or the frames do not fit them, 412 when the client knows another
     *                      version
     */
    @Transactional
    public void ofJob(JobScope job, LayoutForm form) {
        if (job.type().equals("ground_truth")) {
            throw ApiException.rule("Honeypots cannot exist in ground_truth jobs");
        }
        var layout = layouts.lock(job.taskId()).orElse(null);
        demandHoneypots(layout);
        precondition.require(() -> views.ofJob(job));
        var range = new Cut.Range(job.startFrame(), job.stopFrame());
        var chosen = layout.realFrames().clone();
        int[] own = layout.positions(range.start(), range.stop()).toArray();
        var real = form.isManual() ? ofJob(layout, form.realFrames(), own.length) : HoneypotDraw.one(layout, own);
        for (int i = 0; i < own.length; i++) {
            chosen[own[i]] = real.get(i);
        }
        honeypots.replace(job.taskId(), layout, chosen, List.of(range));
        changed(job.taskId());
    }

    private void changed(long task) {
        touch.task(task);
        announcements.taskTouched(task);
    }

    private static void demandHoneypots(ValidationLayout layout) {
        if (layout == null || !layout.hasHoneypots()) {
            throw ApiException.rule("Honeypots can only be modified if the task validation mode is 'gt_pool'");
        }
    }

    private static int[] manual(ValidationLayout layout, List<Integer> frames) {
        if (frames.size() != layout.honeypots().length) {
            throw ApiException.rule(
                    "Invalid size of 'honeypot_real_frames' array, expected " + layout.honeypots().length);
        }
        demandUsable(layout, frames);
        return frames.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Integer> ofJob(ValidationLayout layout, List<Integer> frames, int count) {
        demandUsable(layout, frames);
        if (frames.size() != count) {
            throw ApiException.rule(REFUSED + "the number of honeypots must remain the same. Requested " + frames.size()
                    + ", current " + count);
        }
        return frames;
    }

    private static void demandUsable(ValidationLayout layout, List<Integer> frames) {
        var pool = layout.frameSet();
        var foreign = frames.stream()
                .filter(frame -> !pool.contains(frame))
                .distinct()
                .toList();
        if (!foreign.isEmpty()) {
            throw ApiException.rule(REFUSED + "frames " + Frames.tell(foreign) + " are not from the validation pool");
        }
        var disabled = layout.disabledSet();
        var unused = frames.stream().filter(disabled::contains).distinct().toList();
        if (!unused.isEmpty()) {
            throw ApiException.rule(REFUSED + "frames " + Frames.tell(unused)
                    + " are disabled. Restore them in the validation pool first");
        }
    }
}
