package io.limn.data.dataset.picture;

import io.limn.data.dataset.convert.Mask;
import io.limn.data.dataset.picture.PngWriter.Pixels;
import java.util.List;

/** A picture of masks one above the other, each of one value; where there is none it is 0. */
public final class MaskPicture {
    private MaskPicture() {}

    /**
     * A mask with the value of its pixels.
     *
     * @param mask  its pixels
     * @param value the bytes of a pixel, the last one in the lowest bits
     */
    public record Layer(Mask mask, int value) {}

    /** The PNG file of a picture; later masks cover earlier ones. */
    public static byte[] png(int width, int height, Pixels pixels, List<Layer> layers) {
        return PngWriter.write(width, height, pixels, (y, offset, row) -> {
            for (var layer : layers) {
                paint(layer, y, width, offset, row, pixels.bytes());
            }
        });
    }

    private static void paint(Layer layer, int y, int width, int offset, byte[] row, int bytes) {
        var mask = layer.mask();
        if (y < mask.top() || y >= mask.top() + mask.height()) {
            return;
        }
        int end = Math.min(width, mask.left() + mask.width());
        for (int x = Math.max(0, mask.left()); x < end; x++) {
            if (mask.get(x, y)) {
                for (int i = 0; i < bytes; i++) {
                    row[offset + x * bytes + i] = (byte) (layer.value() >> 8 * (bytes - 1 - i));
                }
            }
        }
    }
}
