package io.limn.data.media.video;

/** Picture quality as the video encoder counts it. */
public final class Quantizer {
    private Quantizer() {}

    /** The fixed quantiser, 0 (best) to 51, of an image quality from 0 to 100. */
    public static int of(int quality) {
        return (int) Math.clamp(Math.round(51.0 * (100 - quality) / 99), 0, 51);
    }
}
