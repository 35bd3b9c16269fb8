package io.limn.data.media.video;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;

import io.limn.data.media.SeekableSource;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * The functions by which FFmpeg reads a source. Native function objects are few, so one pair serves all inputs; the opaque value of a call is
 * the number of the input.
 */
final class SourceCallbacks {
    private static final int EIO = -5;
    private static final Map<Long, Input> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();

    static final Read READ = new Read().retainReference();
    static final Seek SEEK = new Seek().retainReference();

    private SourceCallbacks() {}

    /** An input that is being read: where it is and what went wrong. */
    static final class Input {
        final SeekableSource source;
        private long position;
        private IOException failure;
        private byte[] piece = new byte[0];

        Input(SeekableSource source) {
            this.source = source;
        }

        /** Throws what a read threw: FFmpeg only knows that reading failed. */
        void rethrow() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }

        private int read(BytePointer into, int count) {
            if (piece.length < count) {
                piece = new byte[count];
            }
            try {
                int read = source.read(position, piece, 0, count);
                if (read < 0) {
                    return avutil.AVERROR_EOF();
                }
                into.put(piece, 0, read);
                position += read;
                return read;
            } catch (IOException broken) {
                failure = broken;
                return EIO;
            }
        }

        private long seek(long offset, int whence) {
            if ((whence & AVSEEK_SIZE) != 0) {
                return source.length();
            }
            long base =
                    switch (whence & 3) {
                        case 1 -> position;
                        case 2 -> source.length();
                        default -> 0;
                    };
            if (base + offset < 0) {
                return EIO;
            }
            position = base + offset;
            return position;
        }
    }

    static long register(Input input) {
        long number = NUMBERS.incrementAndGet();
        OPEN.put(number, input);
        return number;
    }

    static void forget(long number) {
        OPEN.remove(number);
    }

    /** The pointer that carries the number of an input. */
    static Pointer opaque(long number) {
        return new Numbered(number);
    }

    private static final class Numbered extends Pointer {
        Numbered(long number) {
            address = number;
        }
    }

    static final class Read extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
            Input input = OPEN.get(opaque.address());
            return input == null ? EIO : input.read(buffer, size);
        }
    }

    static final class Seek extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
            Input input = OPEN.get(opaque.address());
            return input == null ? EIO : input.seek(offset, whence);
        }
    }
}
