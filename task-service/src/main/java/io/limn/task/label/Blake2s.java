package io.limn.task.label;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The hash function BLAKE2s without a key (RFC 7693); the JDK has none. */
final class Blake2s {
    private static final int BLOCK = 64;
    private static final int[] START = {
        0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19
    };
    private static final int[][] ORDER = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
        {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
        {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
        {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
        {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
        {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
        {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
        {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
        {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}
    };

    private final int[] state = START.clone();

    private Blake2s(int length) {
        state[0] ^= 0x01010000 ^ length;
    }

    /** The digest of a message, of 1 to 32 bytes. */
    static byte[] digest(byte[] message, int length) {
        var hash = new Blake2s(length);
        int blocks = Math.max(1, Math.ceilDiv(message.length, BLOCK));
        var padded = ByteBuffer.wrap(Arrays.copyOf(message, blocks * BLOCK)).order(ByteOrder.LITTLE_ENDIAN);
        for (int block = 1; block <= blocks; block++) {
            boolean last = block == blocks;
            hash.compress(padded, last ? message.length : (long) block * BLOCK, last);
        }
        var result = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        result.asIntBuffer().put(hash.state);
        return Arrays.copyOf(result.array(), length);
    }

    private void compress(ByteBuffer message, long count, boolean last) {
        var words = new int[16];
        for (int i = 0; i < words.length; i++) {
            words[i] = message.getInt();
        }
        var v = Arrays.copyOf(state, 16);
        System.arraycopy(START, 0, v, 8, 8);
        v[12] ^= (int) count;
        v[13] ^= (int) (count >>> 32);
        if (last) {
            v[14] = ~v[14];
        }
        for (var order : ORDER) {
            for (int i = 0; i < 4; i++) {
                mix(v, i, 4 + i, 8 + i, 12 + i, words[order[2 * i]], words[order[2 * i + 1]]);
            }
            for (int i = 0; i < 4; i++) {
                int b = 4 + (i + 1) % 4;
                int c = 8 + (i + 2) % 4;
                int d = 12 + (i + 3) % 4;
                mix(v, i, b, c, d, words[order[8 + 2 * i]], words[order[9 + 2 * i]]);
            }
        }
        for (int i = 0; i < state.length; i++) {
            state[i] ^= v[i] ^ v[i + 8];
        }
    }

    private static void mix(int[] v, int a, int b, int c, int d, int x, int y) {
        v[a] += v[b] + x;
        v[d] = Integer.rotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = Integer.rotateRight(v[b] ^ v[c], 12);
        v[a] += v[b] + y;
        v[d] = Integer.rotateRight(v[d] ^ v[a], 8);
        v[c] += v[d];
        v[b] = Integer.rotateRight(v[b] ^ v[c], 7);
    }
}
