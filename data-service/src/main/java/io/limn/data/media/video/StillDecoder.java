package io.limn.data.media.video;

import io.limn.data.media.MediaLimits;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import java.io.IOException;
import java.util.Locale;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decodes the first picture of a still or animated file by FFmpeg, for formats that OpenCV does not read. */
public final class StillDecoder {
    private final MediaLimits limits;

    public StillDecoder(MediaLimits limits) {
        this.limits = limits;
    }

    /**
     * Decodes to BGR pixels.
     *
     * @throws UnreadableMediaException when FFmpeg does not know the format or cannot decode the picture
     */
    public Mat decode(SeekableSource source, String name) throws IOException, UnreadableMediaException {
        if (name.toLowerCase(Locale.ROOT).endsWith(".tga")) {
            return new RawPicture(limits).targa(source, name);
        }
        try (VideoInput input = new VideoInput(source, name);
                VideoDecoder decoder = new VideoDecoder(input, limits, name);
                FrameConverter converter = new FrameConverter()) {
            AVFrame frame = decoder.next();
            if (frame == null) {
                throw UnreadableMediaException.image(name);
            }
            return converter.bgr(frame, frame.width(), frame.height()).clone();
        } catch (UnreadableMediaException unreadable) {
            throw UnreadableMediaException.image(name);
        }
    }
}
