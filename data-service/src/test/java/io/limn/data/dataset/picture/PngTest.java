package io.limn.data.dataset.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.kit.Archives;
import io.limn.data.dataset.picture.PngWriter.Pixels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    private static PngRows open(byte[] png) throws IOException {
        return PngRows.open(Archives.open(Archives.zipBytes(Map.of("a.png", png))), "a.png");
    }

    private static byte[] colours(int width, int height) {
        return PngWriter.write(width, height, Pixels.COLOUR, (y, offset, row) -> {
            for (int i = 0; i < 3 * width; i++) {
                row[offset + i] = (byte) (7 * y + i);
            }
        });
    }

    @Test
    void anotherReaderSeesWhatWasWritten() throws IOException {
        var colour = ImageIO.read(new ByteArrayInputStream(colours(5, 3)));
        assertThat(colour.getRGB(1, 2) & 0xffffff).isEqualTo(0x111213);
        var deep = ImageIO.read(new ByteArrayInputStream(
                PngWriter.write(2, 1, Pixels.DEEP_GRAY, (y, offset, row) -> row[offset + 2] = 0x12)));
        assertThat(deep.getRaster().getSample(1, 0, 0)).isEqualTo(0x1200);
        var alpha = ImageIO.read(new ByteArrayInputStream(
                PngWriter.write(2, 1, Pixels.COLOUR_WITH_ALPHA, (y, offset, row) -> row[offset + 7] = 0x40)));
        assertThat(alpha.getRGB(1, 0)).isEqualTo(0x40000000);
    }

    @Test
    void picturesOfAnotherWriterAreReadPixelByPixel() throws IOException {
        var random = new Random(4);
        for (int type : new int[] {
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_BYTE_BINARY
        }) {
            var image = new BufferedImage(37, 23, type);
            for (int y = 0; y < 23; y++) {
                for (int x = 0; x < 37; x++) {
                    image.setRGB(x, y, random.nextInt() | 0xff000000);
                }
            }
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            var gray = type == BufferedImage.TYPE_BYTE_GRAY;
            try (var rows = open(bytes.toByteArray())) {
                for (int y = 0; y < 23; y++) {
                    rows.next();
                    for (int x = 0; x < 37; x++) {
                        int expected = gray ? image.getRaster().getSample(x, y, 0) : image.getRGB(x, y);
                        assertThat(gray ? rows.number(x) : rows.colour(x)).isEqualTo(expected);
                    }
                }
            }
        }
    }

    @Test
    void brokenPicturesAreRefusedByName() {
        var good = colours(40, 30);
        for (int seed = 0; seed < 100; seed++) {
            var bad = good.clone();
            var random = new Random(seed);
            bad[random.nextInt(bad.length - 12)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> {
                        try (var rows = open(bad)) {
                            for (int y = 0; y < rows.height(); y++) {
                                rows.next();
                            }
                        }
                    })
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("a.png: ");
        }
    }

    @Test
    void numbersHaveTheColoursOfThePalette() {
        assertThat(VocPalette.colour(0)).isZero();
        assertThat(VocPalette.colour(1)).isEqualTo(0x800000);
        assertThat(VocPalette.colour(2)).isEqualTo(0x008000);
        assertThat(VocPalette.colour(8)).isEqualTo(0x400000);
        for (int number : new int[] {0, 1, 7, 8, 255, 256, 70_000}) {
            assertThat(VocPalette.number(VocPalette.colour(number))).isEqualTo(number);
        }
    }
}
