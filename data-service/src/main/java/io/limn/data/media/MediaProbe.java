package io.limn.data.media;

import java.io.IOException;

/** Looks at uploaded media without trusting it; what needs a decoder runs in a child process. */
public interface MediaProbe {
    /**
     * Reads a picture's header, a few kilobytes for the usual formats.
     *
     * @param name the file's name as messages show it; the extension helps formats without a signature
     * @throws UnreadableMediaException when it is no picture, or larger than the pixel budget
     * @throws IOException when the source cannot be read
     */
    ImageFacts image(SeekableSource source, String name) throws UnreadableMediaException, IOException;

    /**
     * Decodes the picture completely; ingestion does so with the first frame of a task.
     *
     * @throws UnreadableMediaException when the pixels cannot be decoded
     */
    void decodable(SeekableSource source, String name) throws UnreadableMediaException, IOException;

    /**
     * Indexes a video: one pass over its packets, a complete decode only where timestamps cannot be trusted.
     *
     * @throws UnreadableMediaException when it is no video or has no video stream that decodes
     * @throws IOException when the source cannot be read
     */
    VideoIndex video(SeekableSource source, String name) throws UnreadableMediaException, IOException;
}
