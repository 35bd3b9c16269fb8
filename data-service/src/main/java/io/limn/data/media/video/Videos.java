package io.limn.data.media.video;

import io.limn.data.media.MediaLimits;
import io.limn.data.media.PartOutput;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import io.limn.data.media.VideoIndex;
import io.limn.data.media.image.Orientation;
import io.limn.data.media.image.PictureEncoder;
import io.limn.data.media.image.Pictures;
import java.io.IOException;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** What can be made of a video. Native code runs here: only the decoder process and tests call it. */
public final class Videos {
    private final MediaLimits limits;

    public Videos(MediaLimits limits) {
        this.limits = limits;
    }

    /** One pass over the file. */
    public VideoIndex index(SeekableSource source, String name) throws IOException, UnreadableMediaException {
        try (PointerScope scope = new PointerScope()) {
            return new VideoIndexer(limits).index(source, name);
        }
    }

    /**
     * H.264 samples of the given frames, one part each, in Annex B form.
     *
     * @param size of the delivered frames before padding to even sides
     */
    public void samples(
            SeekableSource source,
            String name,
            VideoIndex index,
            List<Integer> frames,
            FrameSize size,
            int quantizer,
            PartOutput output)
            throws IOException, UnreadableMediaException {
        FrameSize stored = size.turned(index.rotation());
        try (PointerScope scope = new PointerScope();
                FrameReader reader = new FrameReader(source, name, index, limits);
                FrameConverter converter = new FrameConverter();
                H264Encoder encoder = new H264Encoder(size.even(), quantizer, output)) {
            for (int frame : frames) {
                var planes = converter.yuv420(reader.frame(frame), stored.width(), stored.height());
                Planes.copy(planes, index.rotation(), encoder.blank());
                encoder.encode();
            }
            encoder.finish();
        }
    }

    /** How single frames are written. */
    public enum Still {
        JPEG,
        PNG,
        PREVIEW
    }

    /** Single frames, one part each. */
    public void stills(
            SeekableSource source,
            String name,
            VideoIndex index,
            List<Integer> frames,
            FrameSize size,
            Still still,
            int quality,
            PartOutput output)
            throws IOException, UnreadableMediaException {
        FrameSize stored = size.turned(index.rotation());
        try (PointerScope scope = new PointerScope();
                FrameReader reader = new FrameReader(source, name, index, limits);
                FrameConverter converter = new FrameConverter()) {
            for (int frame : frames) {
                try (PointerScope each = new PointerScope()) {
                    Mat pixels = converter.bgr(reader.frame(frame), stored.width(), stored.height());
                    Mat upright = Orientation.rotated(pixels, index.rotation());
                    output.part(
                            switch (still) {
                                case JPEG -> PictureEncoder.jpeg(upright, quality);
                                case PNG -> PictureEncoder.png(upright);
                                case PREVIEW ->
                                    PictureEncoder.jpeg(
                                            Pictures.shrunk(upright, size.width(), size.height(), 256), quality);
                            });
                }
            }
        }
    }
}
