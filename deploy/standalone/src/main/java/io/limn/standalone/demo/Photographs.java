package io.limn.standalone.demo;

import io.limn.standalone.client.Attachment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** JPEG pictures of streets, each another one. */
public final class Photographs {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    private Photographs() {}

    static Scene scene(int number) {
        return Scene.draw(number, 0, WIDTH, HEIGHT);
    }

    /** The picture of a street in any size. */
    public static BufferedImage picture(int number, int width, int height) {
        return Scene.draw(number, 0, width, height).picture();
    }

    public static List<Attachment> take(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Attachment("street/%03d.jpg".formatted(number), jpeg(scene(number))))
                .toList();
    }

    private static byte[] jpeg(Scene scene) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(scene.picture(), "jpg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
