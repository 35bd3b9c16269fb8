package io.limn.bench;

import io.limn.standalone.client.Attachment;
import io.limn.standalone.demo.Photographs;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEGs of 1920×1080 with the grain of a camera, about half a megabyte each. */
final class LargePictures {
    static final int WIDTH = 1920;
    static final int HEIGHT = 1080;

    /** So many are drawn; further files are the same pictures again under other names. */
    private static final int DRAWN = 20;

    private static final int GRAIN = 14;
    private static final float QUALITY = 0.85f;

    private final List<byte[]> drawn = new ArrayList<>();

    LargePictures() {
        int[] grain = new Random(7)
                .ints(1 << 16, -GRAIN, GRAIN + 1)
                .map(step -> step + (step << 8) + (step << 16))
                .toArray();
        for (int number = 0; number < DRAWN; number++) {
            BufferedImage picture = Photographs.picture(number, WIDTH, HEIGHT);
            addGrain(picture, grain, number);
            drawn.add(jpeg(picture));
        }
    }

    /** Some of the files, by their numbers. */
    List<Attachment> files(int from, int to) {
        List<Attachment> files = new ArrayList<>();
        for (int number = from; number < to; number++) {
            files.add(new Attachment("street/%04d.jpg".formatted(number), drawn.get(number % DRAWN)));
        }
        return files;
    }

    /** Bytes of the first files. */
    long bytes(int count) {
        long sum = 0;
        for (int number = 0; number < count; number++) {
            sum += drawn.get(number % DRAWN).length;
        }
        return sum;
    }

    /** Colours keep clear of black and white, so that a step up or down in all three does not run over. */
    private static void addGrain(BufferedImage picture, int[] grain, int seed) {
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        int next = seed * 7919;
        for (int place = 0; place < pixels.length; place++) {
            int soft = ((pixels[place] >>> 1) & 0x7F7F7F) + 0x202020;
            next = next * 1664525 + 1013904223;
            pixels[place] = soft + grain[next >>> 16];
        }
    }

    private static byte[] jpeg(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
