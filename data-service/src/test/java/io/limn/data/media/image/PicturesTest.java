package io.limn.data.media.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.data.media.BytesSource;
import io.limn.data.media.ImageFacts;
import io.limn.data.media.MediaLimits;
import io.limn.data.media.UnreadableMediaException;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static final int RED = 0xFE0000;

    private final Pictures pictures = new Pictures(MediaLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif", "tiff", "jpg"})
    void readsSizesFromHeadersAndCompresses(String format) throws Exception {
        byte[] file = TestPictures.of(format, 90, 50);
        ImageFacts facts =
                ImageHeaders.read(new BytesSource(file), "a." + format).orElseThrow();
        assertThat(facts.width()).isEqualTo(90);
        assertThat(facts.height()).isEqualTo(50);
        BufferedImage compressed = TestPictures.read(compressed(file, "a." + format));
        assertThat(compressed.getWidth()).isEqualTo(90);
        assertThat(red(compressed, 5, 5)).isTrue();
        assertThat(red(compressed, 80, 45)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsPicturesUpright(int orientation) throws Exception {
        byte[] file = TestPictures.turnedJpeg(80, 40, orientation);
        ImageFacts facts = ImageHeaders.read(new BytesSource(file), "a.jpg").orElseThrow();
        assertThat(facts.orientation()).isEqualTo(orientation);
        int[] corner = expectedCorner(orientation);
        List<byte[]> results = new ArrayList<>(List.of(compressed(file, "a.jpg"), preview(file, "a.jpg")));
        results.add(upright(file, "a.jpg"));
        for (byte[] result : results) {
            BufferedImage picture = TestPictures.read(result);
            assertThat(picture.getWidth()).isEqualTo(facts.width()).isEqualTo(orientation >= 5 ? 40 : 80);
            assertThat(picture.getHeight()).isEqualTo(facts.height());
            int x = corner[0] == 0 ? 3 : picture.getWidth() - 4;
            int y = corner[1] == 0 ? 3 : picture.getHeight() - 4;
            assertThat(red(picture, x, y)).as("orientation " + orientation).isTrue();
            assertThat(red(picture, picture.getWidth() - 1 - x, y)).isFalse();
            assertThat(ImageHeaders.read(new BytesSource(result), "a.jpg")
                            .orElseThrow()
                            .orientation())
                    .isEqualTo(1);
        }
    }

    /** Where the upper left corner of the stored picture ends up, as right and bottom flags. */
    private static int[] expectedCorner(int orientation) {
        return switch (orientation) {
            case 2, 6 -> new int[] {1, 0};
            case 3, 7 -> new int[] {1, 1};
            case 4, 8 -> new int[] {0, 1};
            default -> new int[] {0, 0};
        };
    }

    @Test
    void keepsPlainColoursWithinTwoSteps() throws Exception {
        BufferedImage picture = TestPictures.read(compressed(TestPictures.of("png", 64, 64), "a.png"));
        int pixel = picture.getRGB(48, 48);
        assertThat(pixel & 0xFF).isBetween(253, 255);
        assertThat(pixel >> 16 & 0xFF).isBetween(0, 2);
        assertThat(pixel >> 8 & 0xFF).isBetween(0, 2);
    }

    @Test
    void spreadsDeepGrayOverTheWholeRange() throws Exception {
        BufferedImage picture = TestPictures.read(compressed(TestPictures.deepGray(256, 16, 1000, 1500), "deep.png"));
        assertThat(picture.getRaster().getNumBands()).isEqualTo(1);
        assertThat(picture.getRaster().getSample(1, 8, 0)).isLessThan(12);
        assertThat(picture.getRaster().getSample(254, 8, 0)).isGreaterThan(243);
    }

    @Test
    void shrinksPreviewsButNeverEnlargesThem() throws Exception {
        BufferedImage wide = TestPictures.read(preview(TestPictures.of("png", 400, 200), "a.png"));
        assertThat(wide.getWidth()).isEqualTo(256);
        assertThat(wide.getHeight()).isEqualTo(128);
        BufferedImage large = TestPictures.read(preview(TestPictures.jpeg(2000, 1500), "a.jpg"));
        assertThat(large.getWidth()).isEqualTo(256);
        assertThat(large.getHeight()).isEqualTo(192);
        BufferedImage small = TestPictures.read(preview(TestPictures.jpeg(100, 50), "a.jpg"));
        assertThat(small.getWidth()).isEqualTo(100);
    }

    @Test
    void takesATruncatedPictureUpToItsCut() throws Exception {
        for (String format : List.of("jpg", "png")) {
            byte[] whole = TestPictures.of(format, 400, 400);
            byte[] cut = Arrays.copyOf(whole, whole.length * 8 / 10);
            BufferedImage picture = TestPictures.read(compressed(cut, "cut." + format));
            assertThat(picture.getHeight()).isEqualTo(400);
            assertThat(red(picture, 10, 10)).isTrue();
        }
    }

    @Test
    void refusesPicturesBeyondThePixelBudgetBeforeDecoding() throws Exception {
        byte[] bomb = TestPictures.hugeHeader(60_000, 60_000);
        assertThatThrownBy(() -> compressed(bomb, "bomb.png"))
                .isInstanceOf(UnreadableMediaException.class)
                .hasMessage("failed to parse image file 'bomb.png'");
    }

    @Test
    void refusesWhatIsNoPicture() {
        byte[] text = "no picture at all".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThatThrownBy(() -> compressed(text, "a.jpg"))
                .isInstanceOf(UnreadableMediaException.class)
                .hasMessage("failed to parse image file 'a.jpg'");
    }

    private static boolean red(BufferedImage picture, int x, int y) {
        int pixel = picture.getRGB(x, y);
        return (pixel >> 16 & 0xFF) > (RED >> 17) && (pixel & 0xFF) < 100;
    }

    private byte[] compressed(byte[] file, String name) throws Exception {
        List<byte[]> parts = new ArrayList<>();
        pictures.compressed(new BytesSource(file), name, 70, bytes -> parts.add(copy(bytes)));
        return parts.getFirst();
    }

    private byte[] preview(byte[] file, String name) throws Exception {
        List<byte[]> parts = new ArrayList<>();
        pictures.preview(new BytesSource(file), name, 256, bytes -> parts.add(copy(bytes)));
        return parts.getFirst();
    }

    private byte[] upright(byte[] file, String name) throws Exception {
        List<byte[]> parts = new ArrayList<>();
        pictures.upright(new BytesSource(file), name, bytes -> parts.add(copy(bytes)));
        return parts.getFirst();
    }

    private static byte[] copy(java.nio.ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return copy;
    }
}
