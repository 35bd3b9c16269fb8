package io.limn.common.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Makes small pictures and archives, sound ones and broken ones. */
public final class Media {
    /** What a picture shows. */
    public enum Pattern {
        /** One colour everywhere. */
        SOLID,
        /** From black at the left to the colour at the right. */
        GRADIENT,
        /** Squares of the colour and white, an eighth of the picture wide. */
        CHECKERS
    }

    private Media() {}

    /** A JPEG file of one colour that depends on a number, so that frames can be told apart. */
    public static byte[] jpeg(int width, int height, int number) {
        return encode(picture(width, height, color(number), Pattern.SOLID), "jpeg");
    }

    /** A JPEG file. */
    public static byte[] jpeg(int width, int height, Color color, Pattern pattern) {
        return encode(picture(width, height, color, pattern), "jpeg");
    }

    /** A PNG file of one colour that depends on a number. */
    public static byte[] png(int width, int height, int number) {
        return encode(picture(width, height, color(number), Pattern.SOLID), "png");
    }

    /** A PNG file. */
    public static byte[] png(int width, int height, Color color, Pattern pattern) {
        return encode(picture(width, height, color, pattern), "png");
    }

    /** The colour of the pictures of a number; neighbours differ clearly. */
    public static Color color(int number) {
        return new Color((40 + number * 67) % 256, (90 + number * 131) % 256, (160 + number * 29) % 256);
    }

    /** JPEG files named {@code image_0000.jpg} and so on, in this order. */
    public static Map<String, byte[]> jpegs(int count, int width, int height) {
        var files = new LinkedHashMap<String, byte[]>();
        for (int number = 0; number < count; number++) {
            files.put("image_%04d.jpg".formatted(number), jpeg(width, height, number));
        }
        return files;
    }

    /** A ZIP archive with these entries, in this order. */
    public static byte[] zip(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The first half of a file. */
    public static byte[] truncated(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    /** A file whose beginning is sound and whose second half is overwritten. */
    public static byte[] corrupt(byte[] file) {
        var copy = file.clone();
        for (int at = copy.length / 2; at < copy.length; at++) {
            copy[at] = (byte) (at * 31 + 7);
        }
        return copy;
    }

    /** Text that a careless check of names takes for a picture. */
    public static byte[] disguisedText() {
        return "This is no picture.".getBytes(StandardCharsets.UTF_8);
    }

    private static BufferedImage picture(int width, int height, Color color, Pattern pattern) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int square = Math.max(1, width / 8);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, pixel(x, y, width, square, color, pattern));
            }
        }
        return image;
    }

    private static int pixel(int x, int y, int width, int square, Color color, Pattern pattern) {
        return switch (pattern) {
            case SOLID -> color.getRGB();
            case GRADIENT -> {
                double share = width == 1 ? 1 : (double) x / (width - 1);
                yield new Color((int) (color.getRed() * share), (int) (color.getGreen() * share), (int)
                                (color.getBlue() * share))
                        .getRGB();
            }
            case CHECKERS -> (x / square + y / square) % 2 == 0 ? color.getRGB() : Color.WHITE.getRGB();
        };
    }

    private static byte[] encode(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalStateException("This JDK writes no " + format);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
