package io.limn.task.guide;

import io.limn.common.api.ApiException;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes pictures of strangers anew, scaled down to what a guide needs. Large ones are thinned out while they are read,
 * and only some are worked on at a time: memory stays below 100 MB whatever is sent.
 */
final class Picture {
    private static final int LONGEST_SIDE = 1920;
    private static final long MOST_PIXELS = 100_000_000;
    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private Picture() {}

    /**
     * The picture with no side longer than 1920 pixels.
     *
     * @param format {@code jpeg} or {@code png}
     * @throws ApiException 400 when it is no picture or has more than 100 million pixels
     */
    static byte[] fit(byte[] bytes, String format) {
        AT_ONCE.acquireUninterruptibly();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            while (readers.hasNext()) {
                var reader = readers.next();
                if (FORMATS.contains(name(reader))) {
                    reader.setInput(input, true, true);
                    return write(shrink(read(reader)), format);
                }
            }
            throw unreadable();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw unreadable();
        } finally {
            AT_ONCE.release();
        }
    }

    private static String name(ImageReader reader) throws IOException {
        var provider = reader.getOriginatingProvider();
        var name = provider == null ? reader.getFormatName() : provider.getFormatNames()[0];
        return name.toLowerCase(java.util.Locale.ROOT).replace("jpg", "jpeg");
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        try {
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_PIXELS) {
                throw ApiException.field("file", "The picture has more than " + MOST_PIXELS + " pixels");
            }
            int step = (int) Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage shrink(BufferedImage image) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        if (width == image.getWidth() && height == image.getHeight()) {
            return image;
        }
        boolean transparent = image.getColorModel().hasAlpha();
        var smaller = new BufferedImage(
                width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var canvas = smaller.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return smaller;
    }

    private static byte[] write(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(opaque(image, format), format, output)) {
                throw unreadable();
            }
        }
        return bytes.toByteArray();
    }

    private static BufferedImage opaque(BufferedImage image, String format) {
        if (format.equals("png") || !image.getColorModel().hasAlpha()) {
            return image;
        }
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var canvas = plain.createGraphics();
        canvas.drawImage(image, 0, 0, null);
        canvas.dispose();
        return plain;
    }

    private static ApiException unreadable() {
        return ApiException.field("file", "The picture could not be read");
    }
}
