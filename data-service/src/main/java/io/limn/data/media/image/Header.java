package io.limn.data.media.image;

import io.limn.data.media.ImageFacts;

/**
 * The stored form of a picture, before its orientation is applied.
 *
 * @param width stored pixels in a row
 * @param height stored rows
 * @param format short name of the format
 * @param orientation EXIF orientation, 1 to 8
 * @param channels samples per pixel, 0 when not told
 */
record Header(long width, long height, String format, int orientation, int channels) {

    /** False for sizes that no picture can have. */
    boolean plausible() {
        return width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE;
    }

    /** The facts of the upright picture. */
    ImageFacts facts() {
        boolean swapped = orientation >= 5;
        return new ImageFacts(
                (int) (swapped ? height : width), (int) (swapped ? width : height), format, orientation, channels);
    }
}
