package io.limn.data.frame;

import java.io.IOException;
import java.io.InputStream;

/** The picture that stands for point clouds, which have none of their own. */
final class StockPreview {
    private static final byte[] BYTES = read();

    private StockPreview() {}

    static byte[] bytes() {
        return BYTES.clone();
    }

    private static byte[] read() {
        try (InputStream bytes = StockPreview.class.getResourceAsStream("point-cloud.jpg")) {
            return bytes.readAllBytes();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
