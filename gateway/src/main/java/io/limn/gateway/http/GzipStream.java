package io.limn.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A stream of bytes in gzip form, in memory that does not grow with it and at the pace of its reader. */
public final class GzipStream implements ReadStream<Buffer> {
    private static final int LEVEL = 4;
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final ReadStream<Buffer> source;
    private final Deflater deflater = new Deflater(LEVEL, true);
    private final CRC32 checksum = new CRC32();
    private final byte[] room = new byte[8192];
    private Handler<Buffer> handler;
    private boolean started;

    /** Compresses what {@code source} gives. */
    public GzipStream(ReadStream<Buffer> source) {
        this.source = source;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> receiver) {
        handler = receiver;
        source.handler(receiver == null ? null : this::compress);
        return this;
    }

    private void compress(Buffer plain) {
        var bytes = plain.getBytes();
        checksum.update(bytes);
        deflater.setInput(bytes);
        pass(take());
    }

    private Buffer take() {
        var compressed = Buffer.buffer();
        if (!started) {
            started = true;
            compressed.appendBytes(HEADER);
        }
        int length;
        while ((length = deflater.deflate(room)) > 0) {
            compressed.appendBytes(room, 0, length);
        }
        return compressed;
    }

    private void pass(Buffer compressed) {
        if (handler != null && compressed.length() > 0) {
            handler.handle(compressed);
        }
    }

    private Buffer rest() {
        deflater.finish();
        return take().appendIntLE((int) checksum.getValue()).appendIntLE((int) deflater.getBytesRead());
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> receiver) {
        source.endHandler(
                receiver == null
                        ? null
                        : end -> {
                            pass(rest());
                            deflater.end();
                            receiver.handle(null);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> receiver) {
        source.exceptionHandler(
                receiver == null
                        ? null
                        : failure -> {
                            deflater.end();
                            receiver.handle(failure);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
