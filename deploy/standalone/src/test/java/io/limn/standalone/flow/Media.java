package io.limn.standalone.flow;

import io.limn.standalone.client.Attachment;
import io.limn.standalone.demo.Film;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Media for flows through the suite. */
final class Media {
    private Media() {}

    /** A picture whose colour tells its number. */
    static byte[] jpeg(int number, int width, int height) {
        return encoded(picture(number, width, height), "jpg");
    }

    private static BufferedImage picture(int number, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(40 + number * 13 % 200, 90, 200 - number * 7 % 150));
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.WHITE);
        pen.fillOval(number * 11 % width, height / 3, width / 5, height / 5);
        pen.dispose();
        return picture;
    }

    static List<Attachment> folder(String folder, int pictures) {
        return IntStream.range(0, pictures)
                .mapToObj(number ->
                        new Attachment(folder + "/%03d.jpg".formatted(number), jpeg(number, 320, 200 + number)))
                .toList();
    }

    static Attachment zip(String name, List<Attachment> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Attachment entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Attachment(name, bytes.toByteArray());
    }

    /** A film in which a ball goes from left to right. */
    static Attachment film(String name, int frames, int width, int height) {
        try {
            Path file = Files.createTempFile("film", ".mp4");
            try {
                Film.write(file, width, height, frames, number -> picture(number, width, height));
                return new Attachment(name, Files.readAllBytes(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encoded(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
