package io.limn.data.media.video;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Writes a number into a picture as black and white squares, robust enough to survive lossy coding and scaling. */
public final class FrameCode {
    private static final int BITS = 12;

    private FrameCode() {}

    /** Fills a 4:2:0 frame with the number: four squares in a row, three rows. */
    static void draw(AVFrame frame, int number) {
        int width = frame.width();
        int height = frame.height();
        for (int y = 0; y < height; y++) {
            byte[] row = new byte[width];
            for (int x = 0; x < width; x++) {
                int bit = (y * 3 / height) * 4 + x * 4 / width;
                row[x] = (byte) ((number >> bit & 1) == 1 ? 210 : 40);
            }
            new BytePointer(frame.data(0))
                    .position((long) y * frame.linesize(0))
                    .put(row, 0, width);
        }
        byte[] neutral = new byte[width / 2];
        java.util.Arrays.fill(neutral, (byte) 128);
        for (int plane = 1; plane <= 2; plane++) {
            for (int y = 0; y < height / 2; y++) {
                new BytePointer(frame.data(plane))
                        .position((long) y * frame.linesize(plane))
                        .put(neutral, 0, neutral.length);
            }
        }
    }

    /** Reads the number from an encoded picture. */
    public static int read(byte[] picture) throws IOException {
        return read(ImageIO.read(new ByteArrayInputStream(picture)));
    }

    static int read(ByteBuffer picture) throws IOException {
        byte[] bytes = new byte[picture.remaining()];
        picture.get(bytes);
        return read(bytes);
    }

    static int read(BufferedImage picture) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int x = (2 * (bit % 4) + 1) * picture.getWidth() / 8;
            int y = (2 * (bit / 4) + 1) * picture.getHeight() / 6;
            number |= (picture.getRGB(x, y) >> 8 & 0xFF) > 128 ? 1 << bit : 0;
        }
        return number;
    }

    /** Turns a picture counterclockwise by quarters, to read the number of a frame that was turned clockwise. */
    static BufferedImage turnedBack(BufferedImage picture, int quarters) {
        BufferedImage turned = picture;
        for (int i = 0; i < quarters; i++) {
            BufferedImage next = new BufferedImage(turned.getHeight(), turned.getWidth(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < turned.getHeight(); y++) {
                for (int x = 0; x < turned.getWidth(); x++) {
                    next.setRGB(y, turned.getWidth() - 1 - x, turned.getRGB(x, y));
                }
            }
            turned = next;
        }
        return turned;
    }
}
