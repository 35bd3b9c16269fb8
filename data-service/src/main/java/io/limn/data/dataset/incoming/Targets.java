package io.limn.data.dataset.incoming;

import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.intake.FrameNames;
import io.limn.data.dataset.intake.Target;
import io.limn.data.dataset.remote.Facts;
import io.limn.data.dataset.remote.Subjects;
import io.limn.data.media.SourceIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds out what the frames of a task or a job are called and how large they are. */
@ApplicationScoped
class Targets {
    private static final int AT_ONCE = 1000;

    private final SourceIndex index;

    Targets(SourceIndex index) {
        this.index = index;
    }

    /**
     * A task or a job as what is imported into.
     *
     * @throws DatasetException when it has no data
     */
    Target of(Facts facts) {
        var task = facts.tasks().getFirst();
        var media = task.dataId() == null ? null : index.find(task.dataId()).orElse(null);
        if (media == null || task.size() == 0) {
            throw DatasetException.unfit("The task has no data");
        }
        boolean video = media.kind() == SourceIndex.Kind.VIDEO;
        var paths = new ArrayList<String>(task.size());
        var widths = new int[task.size()];
        var heights = new int[task.size()];
        if (video) {
            for (int frame = 0; frame < task.size(); frame++) {
                paths.add("frame_%06d".formatted(task.startFrame() + frame * task.step()));
            }
            Arrays.fill(widths, media.video().width());
            Arrays.fill(heights, media.video().height());
        } else {
            pictures(task, paths, widths, heights);
        }
        var sizes = new Target.Sizes() {
            @Override
            public int width(int frame) {
                return widths[frame];
            }

            @Override
            public int height(int frame) {
                return heights[frame];
            }
        };
        var job = facts.job();
        int first = job == null ? 0 : job.startFrame();
        int last = job == null ? task.size() - 1 : job.stopFrame();
        var excluded = task.excluded() == null ? new int[0] : task.excluded();
        var only = job == null ? null : job.includedFrames();
        return new Target(
                Subjects.labels(facts),
                new FrameNames(paths, video, task.startFrame(), task.step()),
                first,
                last,
                frame -> frame >= first
                        && frame <= last
                        && Arrays.binarySearch(excluded, frame) < 0
                        && (only == null || Arrays.binarySearch(only, frame) >= 0),
                sizes);
    }

    private void pictures(Facts.Task task, List<String> paths, int[] widths, int[] heights) {
        for (int first = 0; first < task.size(); first += AT_ONCE) {
            var positions = new ArrayList<Integer>();
            for (int frame = first; frame < Math.min(task.size(), first + AT_ONCE); frame++) {
                positions.add(task.position(frame));
            }
            var found = index.pictures(task.dataId(), positions);
            for (int i = 0; i < positions.size(); i++) {
                var picture = found.get(positions.get(i));
                paths.add(picture == null ? "" : picture.name());
                widths[first + i] = picture == null ? 0 : picture.width();
                heights[first + i] = picture == null ? 0 : picture.height();
            }
        }
    }
}
