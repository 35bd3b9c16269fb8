package io.limn.data.media;

/**
 * What a picture's header tells.
 *
 * @param width pixels, upright (after the EXIF orientation)
 * @param height pixels, upright
 * @param format the real format whatever the name says: jpeg, png, webp, bmp, gif, tiff, or the decoder's name for others
 * @param orientation the EXIF orientation, 1 to 8; 1 when absent
 * @param channels samples per pixel of the stored picture, 0 when the header does not tell
 */
public record ImageFacts(int width, int height, String format, int orientation, int channels) {
    /** True when the stored pixels are not upright, so that even "original" quality needs another encoding. */
    public boolean turned() {
        return orientation > 1;
    }
}
