package io.limn.data.media.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Makes pictures: a red left upper quarter on a blue ground, so that every turn can be told. */
public final class TestPictures {
    private TestPictures() {}

    /** The picture in any format that the Java library writes. */
    public static byte[] of(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(drawn(width, height, BufferedImage.TYPE_INT_RGB), format, bytes)) {
            throw new IOException("No writer for " + format);
        }
        return bytes.toByteArray();
    }

    /** A JPEG of high quality. */
    public static byte[] jpeg(int width, int height) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(0.95f);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(drawn(width, height, BufferedImage.TYPE_INT_RGB), null, null), parameters);
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    /** A JPEG with an EXIF block that only holds an orientation. */
    public static byte[] turnedJpeg(int width, int height, int orientation) throws IOException {
        byte[] plain = jpeg(width, height);
        byte[] exif = exif(orientation);
        ByteBuffer turned = ByteBuffer.allocate(plain.length + exif.length + 10);
        turned.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 8));
        turned.put(new byte[] {'E', 'x', 'i', 'f', 0, 0}).put(exif).put(plain, 2, plain.length - 2);
        return turned.array();
    }

    private static byte[] exif(int orientation) {
        ByteBuffer bytes = ByteBuffer.allocate(26);
        bytes.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 1);
        bytes.putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return bytes.array();
    }

    /** A 16-bit gray PNG with values from {@code low} to {@code high}. */
    public static byte[] deepGray(int width, int height, int low, int high) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.getRaster().setSample(x, y, 0, low + (high - low) * x / (width - 1));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    /** A PNG whose header claims any size. */
    public static byte[] hugeHeader(int width, int height) throws IOException {
        byte[] bytes = of("png", 8, 8);
        ByteBuffer.wrap(bytes).putInt(16, width).putInt(20, height);
        var checksum = new java.util.zip.CRC32();
        checksum.update(bytes, 12, 17);
        ByteBuffer.wrap(bytes).putInt(29, (int) checksum.getValue());
        return bytes;
    }

    /** Reads a picture back. */
    public static BufferedImage read(byte[] bytes) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
        if (picture == null) {
            throw new IOException("No picture: " + Arrays.toString(Arrays.copyOf(bytes, 16)));
        }
        return picture;
    }

    private static BufferedImage drawn(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return picture;
    }
}
