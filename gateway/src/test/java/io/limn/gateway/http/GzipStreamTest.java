package io.limn.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class GzipStreamTest {
    @Test
    void whatComesOutIsTheGzipOfWhatWentIn() throws IOException {
        var source = new Source();
        var out = Buffer.buffer();
        var ended = new boolean[1];
        var stream = new GzipStream(source);
        stream.endHandler(end -> ended[0] = true);
        stream.handler(out::appendBuffer);
        var plain = Buffer.buffer();
        var random = new Random(1);
        for (int i = 0; i < 50; i++) {
            var piece = new byte[random.nextInt(30_000)];
            random.nextBytes(piece);
            plain.appendBytes(piece);
            source.handler.handle(Buffer.buffer(piece));
        }
        source.end.handle(null);
        assertThat(ended[0]).isTrue();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(out.getBytes())).readAllBytes())
                .isEqualTo(plain.getBytes());
    }

    private static final class Source implements ReadStream<Buffer> {
        private Handler<Buffer> handler;
        private Handler<Void> end;

        @Override
        public ReadStream<Buffer> exceptionHandler(Handler<Throwable> receiver) {
            return this;
        }

        @Override
        public ReadStream<Buffer> handler(Handler<Buffer> receiver) {
            handler = receiver;
            return this;
        }

        @Override
        public ReadStream<Buffer> endHandler(Handler<Void> receiver) {
            end = receiver;
            return this;
        }

        @Override
        public ReadStream<Buffer> pause() {
            return this;
        }

        @Override
        public ReadStream<Buffer> resume() {
            return this;
        }

        @Override
        public ReadStream<Buffer> fetch(long amount) {
            return this;
        }
    }
}
