package io.limn.data.dataset.content;

import java.time.Instant;
import java.util.List;

/**
 * What files say about a task.
 *
 * @param id          its id
 * @param name        its name
 * @param subset      its subset, {@code default} when it has none
 * @param mode        {@code annotation} for pictures, {@code interpolation} for a video
 * @param dimension   {@code 2d} or {@code 3d}
 * @param size        number of frames
 * @param overlap     frames that neighbouring jobs share
 * @param bugTracker  address, may be empty
 * @param created     when it was made
 * @param updated     when it was changed
 * @param startFrame  first frame of the source
 * @param stopFrame   last frame of the source
 * @param frameFilter for example {@code step=2}, may be empty
 * @param step        every how many frames of the source are taken
 * @param segments    its jobs
 * @param owner       {@code null} for nobody
 * @param assignee    {@code null} for nobody
 * @param source      name of the video file, {@code null} for pictures
 * @param width       pixels of the video, 0 for pictures
 * @param height      pixels of the video, 0 for pictures
 * @param offset      frames of tasks before it in the same subset of a project, otherwise 0
 */
public record TaskFacts(
        long id,
        String name,
        String subset,
        String mode,
        String dimension,
        int size,
        int overlap,
        String bugTracker,
        Instant created,
        Instant updated,
        int startFrame,
        int stopFrame,
        String frameFilter,
        int step,
        List<SegmentFacts> segments,
        Person owner,
        Person assignee,
        String source,
        int width,
        int height,
        int offset) {

    /** Whether its frames come from a video. */
    public boolean isVideo() {
        return mode.equals("interpolation");
    }

    /** The number in the source of a frame of the task, behind the frames of tasks before it. */
    public int number(int frame) {
        return offset + startFrame + frame * step;
    }
}
