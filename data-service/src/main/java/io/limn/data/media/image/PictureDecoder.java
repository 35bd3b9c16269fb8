package io.limn.data.media.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import io.limn.data.media.ImageFacts;
import io.limn.data.media.MediaLimits;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import io.limn.data.media.video.StillDecoder;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Decodes a picture to upright pixels. OpenCV reads the usual formats, FFmpeg the others; the pixel budget is checked in the header
 * first, since the size of the file says nothing about the size of the picture. Call within a {@code PointerScope}.
 */
public final class PictureDecoder {
    private static final Set<String> BY_OPENCV = Set.of("jpeg", "png", "webp", "bmp", "tiff", "pnm");

    private final MediaLimits limits;

    public PictureDecoder(MediaLimits limits) {
        this.limits = limits;
    }

    /** Facts from the header, or from the decoder where the header is unknown. */
    public ImageFacts facts(SeekableSource source, String name) throws IOException, UnreadableMediaException {
        Optional<ImageFacts> header = ImageHeaders.read(source, name);
        if (header.isPresent()) {
            checkBudget(header.get(), name);
            return header.get();
        }
        Mat pixels = new StillDecoder(limits).decode(source, name);
        return new ImageFacts(pixels.cols(), pixels.rows(), "other", 1, pixels.channels());
    }

    /** All pixels, upright, in the depth of the file, as gray, BGR or BGRA. */
    public Mat decode(SeekableSource source, String name) throws IOException, UnreadableMediaException {
        return decode(source, name, 1);
    }

    /**
     * Upright pixels of which a JPEG may be reduced while it is decoded.
     *
     * @param least the reduced picture keeps at least so many pixels in each direction
     */
    Mat decodeReduced(SeekableSource source, String name, int least) throws IOException, UnreadableMediaException {
        ImageFacts facts = facts(source, name);
        int spare = Math.min(facts.width(), facts.height()) / least;
        int reduction = spare >= 8 ? 8 : spare >= 4 ? 4 : spare >= 2 ? 2 : 1;
        return decode(source, name, facts.format().equals("jpeg") ? reduction : 1);
    }

    private Mat decode(SeekableSource source, String name, int reduction) throws IOException, UnreadableMediaException {
        ImageFacts facts = facts(source, name);
        if (!BY_OPENCV.contains(facts.format())) {
            return new StillDecoder(limits).decode(source, name);
        }
        Mat pixels = byOpenCv(bytes(source, facts.format(), name), reduction);
        if (pixels.empty() && facts.format().equals("png")) {
            byte[] repaired = PngRepair.repaired(source.readUpTo(0, (int) source.length()));
            pixels = byOpenCv(new BytePointer(repaired).limit(repaired.length), reduction);
        }
        if (pixels.empty()) {
            pixels = new StillDecoder(limits).decode(source, name);
        }
        // OpenCV turns TIFF pictures by itself.
        return facts.format().equals("tiff") ? pixels : Orientation.upright(pixels, facts.orientation());
    }

    private static Mat byOpenCv(BytePointer bytes, int reduction) {
        try {
            return imdecode(new Mat(1, Math.toIntExact(bytes.limit()), CV_8UC1, bytes), flags(reduction));
        } catch (RuntimeException refused) {
            return new Mat();
        }
    }

    private static int flags(int reduction) {
        return switch (reduction) {
            case 8 -> IMREAD_REDUCED_COLOR_8 | IMREAD_IGNORE_ORIENTATION;
            case 4 -> IMREAD_REDUCED_COLOR_4 | IMREAD_IGNORE_ORIENTATION;
            case 2 -> IMREAD_REDUCED_COLOR_2 | IMREAD_IGNORE_ORIENTATION;
            default -> IMREAD_UNCHANGED;
        };
    }

    private BytePointer bytes(SeekableSource source, String format, String name)
            throws IOException, UnreadableMediaException {
        if (source.length() > limits.fileBytes()) {
            throw UnreadableMediaException.image(name);
        }
        boolean jpeg = format.equals("jpeg");
        BytePointer bytes = NativeBytes.read(source, jpeg ? 2 : 0);
        if (jpeg) {
            // A JPEG that was cut short decodes up to the cut when an end marker follows.
            bytes.put(source.length(), (byte) 0xFF).put(source.length() + 1, (byte) 0xD9);
        }
        return bytes;
    }

    private void checkBudget(ImageFacts facts, String name) throws UnreadableMediaException {
        if ((long) facts.width() * facts.height() > limits.pixels()) {
            throw UnreadableMediaException.image(name);
        }
    }
}
