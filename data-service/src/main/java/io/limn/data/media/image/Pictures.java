package io.limn.data.media.image;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.limn.data.media.ImageFacts;
import io.limn.data.media.MediaLimits;
import io.limn.data.media.PartOutput;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import java.io.IOException;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** What can be made of one picture. Native code runs here: only the decoder process and tests call it. */
public final class Pictures {
    private final PictureDecoder decoder;

    public Pictures(MediaLimits limits) {
        decoder = new PictureDecoder(limits);
    }

    /** Size, format and orientation. */
    public ImageFacts facts(SeekableSource source, String name) throws IOException, UnreadableMediaException {
        try (PointerScope scope = new PointerScope()) {
            return decoder.facts(source, name);
        }
    }

    /** An upright 8-bit JPEG in the picture's size. */
    public void compressed(SeekableSource source, String name, int quality, PartOutput output)
            throws IOException, UnreadableMediaException {
        try (PointerScope scope = new PointerScope()) {
            output.part(PictureEncoder.jpeg(EightBit.of(decoder.decode(source, name)), quality));
        }
    }

    /** The upright picture in its own format. */
    public void upright(SeekableSource source, String name, PartOutput output)
            throws IOException, UnreadableMediaException {
        try (PointerScope scope = new PointerScope()) {
            String format = decoder.facts(source, name).format();
            output.part(PictureEncoder.faithful(decoder.decode(source, name), format));
        }
    }

    /** An upright JPEG that fits into a square, never enlarged. */
    public void preview(SeekableSource source, String name, int most, PartOutput output)
            throws IOException, UnreadableMediaException {
        try (PointerScope scope = new PointerScope()) {
            ImageFacts facts = decoder.facts(source, name);
            Mat pixels = EightBit.of(decoder.decodeReduced(source, name, 2 * most));
            output.part(PictureEncoder.jpeg(shrunk(pixels, facts.width(), facts.height(), most), 75));
        }
    }

    /**
     * Pixels that fit into a square; smaller pictures stay as they are.
     *
     * @param width of the picture, more than the pixels have when they were reduced already
     * @param height of the picture
     */
    public static Mat shrunk(Mat pixels, int width, int height, int most) {
        double factor = (double) most / Math.max(width, height);
        if (factor >= 1) {
            return pixels;
        }
        Size size =
                new Size((int) Math.max(1, Math.round(width * factor)), (int) Math.max(1, Math.round(height * factor)));
        Mat small = new Mat();
        resize(pixels, small, size, 0, 0, INTER_AREA);
        return small;
    }
}
