package io.limn.data.media.video;

import io.limn.data.media.MediaLimits;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import io.limn.data.media.VideoIndex;
import io.limn.data.media.VideoIndex.KeyFrame;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Delivers frames by number. It seeks to the key frame before the wanted one, waits for exactly that key frame's time and counts from
 * there; where a seek does not land as the index says, it decodes from the start instead of guessing.
 */
final class FrameReader implements AutoCloseable {
    /** Frames after a seek within which the key frame must show up. */
    private static final int PATIENCE = 200;

    private final SeekableSource source;
    private final String name;
    private final VideoIndex index;
    private final MediaLimits limits;
    private VideoInput input;
    private VideoDecoder decoder;
    private int position = -1;
    private AVFrame current;

    FrameReader(SeekableSource source, String name, VideoIndex index, MediaLimits limits)
            throws IOException, UnreadableMediaException {
        this.source = source;
        this.name = name;
        this.index = index;
        this.limits = limits;
        restart();
    }

    /**
     * The frame of this number, valid until the next call.
     *
     * @throws UnreadableMediaException when the video ends before it
     */
    AVFrame frame(int number) throws IOException, UnreadableMediaException {
        if (number < position || worthSeeking(number)) {
            moveBefore(number);
        }
        while (position < number) {
            step();
        }
        return current;
    }

    private boolean worthSeeking(int number) {
        KeyFrame key = keyFrameBefore(number);
        return key != null && key.frame() > position + 1;
    }

    private void moveBefore(int number) throws IOException, UnreadableMediaException {
        KeyFrame key = keyFrameBefore(number);
        if (key == null || key.frame() == 0 || !arriveAt(key)) {
            restart();
        }
    }

    private boolean arriveAt(KeyFrame key) throws IOException {
        if (!Seeking.toKeyFrame(input, decoder, key.pts())) {
            return false;
        }
        for (int i = 0; i < PATIENCE; i++) {
            current = decoder.next();
            if (current == null || current.best_effort_timestamp() > key.pts()) {
                return false;
            }
            if (current.best_effort_timestamp() == key.pts()) {
                position = key.frame();
                return true;
            }
        }
        return false;
    }

    private void step() throws IOException, UnreadableMediaException {
        current = decoder.next();
        if (current == null) {
            throw UnreadableMediaException.video(name);
        }
        position++;
    }

    private KeyFrame keyFrameBefore(int number) {
        int low = 0;
        int high = index.keyFrames().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (index.keyFrames().get(middle).frame() <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : index.keyFrames().get(low - 1);
    }

    private void restart() throws IOException, UnreadableMediaException {
        close();
        input = new VideoInput(source, name);
        decoder = new VideoDecoder(input, limits, name);
        position = -1;
        current = null;
    }

    @Override
    public void close() {
        if (decoder != null) {
            decoder.close();
            decoder = null;
        }
        if (input != null) {
            input.close();
            input = null;
        }
    }
}
