package io.limn.data.dataset.format;

import io.limn.data.dataset.content.Labels;
import java.io.IOException;
import java.util.List;

/**
 * Where the annotations of a dataset go. It matches frames and labels, converts attributes, numbers groups and joins
 * tracks by the rules that all formats share; what does not fit is refused with the words users know.
 */
public interface ImportSink {
    /** The labels of the target; none when an import into a project without labels is about to make them. */
    Labels labels();

    /** Whether masks are to be handed over as polygons. The sink does it, a format may leave it to that. */
    boolean makesPolygons();

    /** Tells which labels the dataset has; only imports into a project take note. */
    void declare(List<DatasetLabel> labels);

    /**
     * Begins a frame, or goes on with one.
     *
     * @throws DatasetException when the target has no such frame
     */
    ItemSink item(ImportedItem item) throws IOException;

    /**
     * The frame of the target with a number in the source, as video formats have it.
     *
     * @throws DatasetException when there is none
     */
    int frame(int number);

    /** The last frame of the target. */
    int lastFrame();

    /** The first frame of the target. */
    int firstFrame();

    /** Adds a whole track. */
    void track(ImportedTrack track) throws IOException;

    /** Takes what a dataset says of one frame; closing it ends what belongs together there. */
    interface ItemSink extends AutoCloseable {
        /** The frame within the target. */
        int frame();

        /** Pixels; 0 when unknown. */
        int width();

        /** Pixels; 0 when unknown. */
        int height();

        /** Adds a tag. */
        void tag(ImportedTag tag) throws IOException;

        /** Adds a shape. */
        void shape(ImportedShape shape) throws IOException;

        @Override
        void close() throws IOException;
    }
}
