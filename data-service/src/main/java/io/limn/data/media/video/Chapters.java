package io.limn.data.media.video;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import io.limn.data.media.VideoIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVChapter;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Maps a container's chapters from times to frames. */
final class Chapters {
    private Chapters() {}

    static List<VideoIndex.Chapter> read(VideoInput input, long[] times) {
        AVRational base = input.stream().time_base();
        List<VideoIndex.Chapter> chapters = new ArrayList<>();
        for (int i = 0; i < input.format().nb_chapters(); i++) {
            AVChapter chapter = input.format().chapters(i);
            long start = av_rescale_q(chapter.start(), chapter.time_base(), base);
            long end = av_rescale_q(chapter.end(), chapter.time_base(), base);
            chapters.add(new VideoIndex.Chapter(i, nearest(times, start), stop(times, end), title(chapter)));
        }
        return chapters;
    }

    /** A chapter stops before the frame nearest to its end, or at the last frame when it ends after that. */
    static int stop(long[] times, long end) {
        int frame = nearest(times, end);
        return end > times[times.length - 1] ? frame : frame - 1;
    }

    /** The frame with the nearest time; of two equally near the earlier one. */
    static int nearest(long[] times, long time) {
        int found = Arrays.binarySearch(times, time);
        if (found >= 0) {
            return found;
        }
        int after = -found - 1;
        if (after == 0 || after == times.length) {
            return after == 0 ? 0 : after - 1;
        }
        return times[after] - time < time - times[after - 1] ? after : after - 1;
    }

    private static String title(AVChapter chapter) {
        if (chapter.metadata() == null || chapter.metadata().isNull()) {
            return null;
        }
        AVDictionaryEntry entry = av_dict_get(chapter.metadata(), "title", null, 0);
        return entry == null || entry.isNull()
                ? null
                : entry.value().getString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
