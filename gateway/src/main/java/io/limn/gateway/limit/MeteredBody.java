package io.limn.gateway.limit;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A request body on its way to a service: counted, stopped at its limit, and reported while it moves. */
public final class MeteredBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final long limit;
    private final Runnable progress;
    private Handler<Throwable> failure = fault -> {};
    private long bytes;
    private boolean tooLarge;

    /** Meters {@code source}; {@code limit} counts bytes, {@code progress} runs with each piece. */
    public MeteredBody(ReadStream<Buffer> source, long limit, Runnable progress) {
        this.source = source;
        this.limit = limit;
        this.progress = progress;
    }

    /** Whether the body went past its limit. */
    public boolean isTooLarge() {
        return tooLarge;
    }

    /** Whether anything of the body was read. */
    public boolean hasBegun() {
        return bytes > 0;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> receiver) {
        source.handler(receiver == null ? null : piece -> take(piece, receiver));
        return this;
    }

    private void take(Buffer piece, Handler<Buffer> receiver) {
        progress.run();
        bytes += piece.length();
        // Over HTTP/2 a request without a body may bring an empty piece; where no length is told, none may be written.
        if (tooLarge || piece.length() == 0) {
            return;
        }
        if (bytes > limit) {
            tooLarge = true;
            failure.handle(new BodyTooLarge(limit));
        } else {
            receiver.handle(piece);
        }
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> receiver) {
        source.endHandler(receiver);
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> receiver) {
        failure = receiver == null ? fault -> {} : receiver;
        source.exceptionHandler(receiver);
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
