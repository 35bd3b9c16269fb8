package io.limn.data.dataset.picture;

/** The colours that PASCAL VOC gives to numbers: their bits, lowest first, go in turns to red, green and blue. */
public final class VocPalette {
    private static final int BITS = 8;

    private VocPalette() {}

    /** The colour of a number as {@code 0xrrggbb}; of 0 it is black. */
    public static int colour(int number) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int left = number;
        for (int bit = BITS - 1; bit >= 0; bit--) {
            red |= (left & 1) << bit;
            green |= (left >> 1 & 1) << bit;
            blue |= (left >> 2 & 1) << bit;
            left >>= 3;
        }
        return red << 16 | green << 8 | blue;
    }

    /** The number of a colour. */
    public static int number(int colour) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            number = number << 3 | (colour >> 16 >> bit & 1) | (colour >> 8 >> bit & 1) << 1 | (colour >> bit & 1) << 2;
        }
        return number;
    }
}
