package io.limn.data.dataset.incoming;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Bytes on their way from one thread to another, some blocks at most; either side can break it. */
final class Pipe {
    private static final int BLOCK = 1 << 16;
    private static final int BLOCKS = 16;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> blocks = new ArrayBlockingQueue<>(BLOCKS);
    private volatile boolean broken;

    /** Breaks it: whoever writes or reads fails. */
    void tear() {
        broken = true;
    }

    private void put(byte[] block) throws IOException {
        try {
            while (!blocks.offer(block, 100, TimeUnit.MILLISECONDS)) {
                requireWhole();
            }
            requireWhole();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private byte[] take() throws IOException {
        try {
            while (true) {
                requireWhole();
                var block = blocks.poll(100, TimeUnit.MILLISECONDS);
                if (block != null) {
                    return block;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void requireWhole() throws IOException {
        if (broken) {
            throw new IOException("The stream was broken off");
        }
    }

    /** Where bytes go in; closing it ends them. */
    OutputStream output() {
        return new OutputStream() {
            private final byte[] block = new byte[BLOCK];
            private int filled;

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int at, int length) throws IOException {
                for (int done = 0; done < length; ) {
                    int taken = Math.min(length - done, BLOCK - filled);
                    System.arraycopy(bytes, at + done, block, filled, taken);
                    filled += taken;
                    done += taken;
                    if (filled == BLOCK) {
                        flush();
                    }
                }
            }

            @Override
            public void flush() throws IOException {
                if (filled > 0) {
                    put(Arrays.copyOf(block, filled));
                    filled = 0;
                }
            }

            @Override
            public void close() throws IOException {
                flush();
                put(END);
            }
        };
    }

    /** Where they come out. */
    InputStream input() {
        return new InputStream() {
            private byte[] block = {};
            private int at;
            private boolean ended;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                while (!ended && at == block.length) {
                    block = take();
                    at = 0;
                    ended = block.length == 0;
                }
                if (ended) {
                    return -1;
                }
                int count = Math.min(length, block.length - at);
                System.arraycopy(block, at, into, from, count);
                at += count;
                return count;
            }
        };
    }
}
