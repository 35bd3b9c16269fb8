package io.limn.data.media;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The immutable list of a task's source media, written once when its data was processed. Ingestion owns the tables; chunks, previews and
 * metadata read them through this port.
 */
public interface SourceIndex {
    /** What kind of media a task has. */
    enum Kind {
        IMAGES,
        VIDEO,
        POINT_CLOUDS
    }

    /**
     * The data of a task as a whole.
     *
     * @param dataId the data's id
     * @param kind what the positions are
     * @param sourceCount number of positions: source pictures, or decoded frames of the video
     * @param videoName the name of the video file, null for pictures
     * @param video the index of the video, null for pictures
     */
    record Media(long dataId, Kind kind, int sourceCount, String videoName, VideoIndex video) {}

    /**
     * One source picture.
     *
     * @param position its place in the source order (the absolute frame number)
     * @param name path as the API shows it
     * @param width upright pixels
     * @param height upright pixels
     * @param related paths of its context images, sorted
     */
    record Picture(int position, String name, int width, int height, List<String> related) {
        public Picture {
            related = List.copyOf(related);
        }
    }

    /** The media of a data id; empty when nothing was processed (or it was dropped). */
    Optional<Media> find(long dataId);

    /** The pictures at these positions, by position; positions that do not exist are left out. */
    Map<Integer, Picture> pictures(long dataId, Collection<Integer> positions);

    /** Opens the bytes of one source picture as uploaded. */
    SeekableSource openPicture(long dataId, int position) throws IOException;

    /** Opens the bytes of the context image {@code related.get(number)} of a picture. */
    SeekableSource openRelated(long dataId, int position, int number) throws IOException;

    /** Opens the bytes of the video file. */
    SeekableSource openVideo(long dataId) throws IOException;
}
