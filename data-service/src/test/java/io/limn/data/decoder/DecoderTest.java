package io.limn.data.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.data.media.BytesSource;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import io.limn.data.media.VideoIndex;
import io.limn.data.media.image.TestPictures;
import io.limn.data.media.video.FrameCode;
import io.limn.data.media.video.FrameSize;
import io.limn.data.media.video.TestVideos;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecoderTest {
    private DecoderPool pool = new DecoderPool(TestDecoderConfig.usual());
    private Decoder decoder = new Decoder(pool);

    @AfterEach
    void stop() {
        pool.stop();
    }

    @Test
    void compressesPicturesInAProcessOfItsOwn() throws Exception {
        byte[] jpeg = decoder.part(compress("a.png"), picture(), Urgency.INTERACTIVE);
        assertThat(TestPictures.read(jpeg).getWidth()).isEqualTo(90);
        long first = onlyProcess().pid();
        decoder.part(compress("a.png"), picture(), Urgency.BATCH);
        assertThat(onlyProcess().pid()).as("the process stays").isEqualTo(first);
    }

    @Test
    void indexesVideosAndDeliversFrames() throws Exception {
        SeekableSource video = new BytesSource(TestVideos.h264().frames(40).bytes());
        VideoIndex index = decoder.ask(Command.index("clip.mp4"), video, VideoIndex.class, Urgency.BATCH);
        assertThat(index.frameCount()).isEqualTo(40);
        List<Integer> numbers = new ArrayList<>();
        Command frames =
                Command.frames(Command.Action.PNGS, "clip.mp4", index, List.of(31, 12, 39), new FrameSize(96, 64), 0);
        decoder.run(
                frames,
                video,
                () -> (bytes, length) -> numbers.add(FrameCode.read(bytes.readAllBytes())),
                Urgency.INTERACTIVE);
        assertThat(numbers).containsExactly(31, 12, 39);
    }

    @Test
    void passesOnWhyMediaIsUnreadable() {
        byte[] text = "text".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() ->
                        decoder.ask(Command.index("a.mp4"), new BytesSource(text), VideoIndex.class, Urgency.BATCH))
                .isInstanceOf(UnreadableMediaException.class)
                .hasMessage("Invalid data found when processing input: 'a.mp4'");
    }

    @Test
    void startsAgainAfterAProcessWasKilled() throws Exception {
        AtomicInteger reads = new AtomicInteger();
        SeekableSource source = watched(picture(), () -> {
            if (reads.getAndIncrement() == 0) {
                killProcess();
            }
        });
        byte[] jpeg = decoder.part(compress("a.png"), source, Urgency.INTERACTIVE);
        assertThat(TestPictures.read(jpeg).getWidth()).isEqualTo(90);
        assertThat(reads.get()).isGreaterThan(1);
    }

    @Test
    void callsAnInputUnreadableThatKilledTwoProcesses() throws Exception {
        SeekableSource deadly = watched(picture(), this::killProcess);
        assertThatThrownBy(() -> decoder.part(compress("a.png"), deadly, Urgency.INTERACTIVE))
                .isInstanceOf(UnreadableMediaException.class)
                .hasMessageContaining("'a.png'");
        assertThat(decoder.part(compress("b.png"), picture(), Urgency.INTERACTIVE))
                .as("others still decode")
                .isNotEmpty();
    }

    @Test
    void passesOnThatTheSourceCannotBeRead() throws Exception {
        SeekableSource broken = watched(picture(), () -> {
            throw new IOException("the bucket is gone");
        });
        assertThatThrownBy(() -> decoder.part(compress("a.png"), broken, Urgency.INTERACTIVE))
                .isInstanceOf(IOException.class)
                .hasMessage("the bucket is gone");
        assertThat(decoder.part(compress("b.png"), picture(), Urgency.INTERACTIVE))
                .isNotEmpty();
    }

    @Test
    void endsProcessesThatTakeTooLong() throws Exception {
        pool.stop();
        pool = new DecoderPool(
                new TestDecoderConfig(OptionalInt.of(1), TestDecoderConfig.megabytes(768), Duration.ofMillis(600)));
        decoder = new Decoder(pool);
        SeekableSource slow = watched(picture(), () -> {
            var process = onlyProcess();
            org.awaitility.Awaitility.await().until(() -> !process.usable());
        });
        assertThatThrownBy(() -> decoder.part(compress("a.png"), slow, Urgency.INTERACTIVE))
                .isInstanceOf(UnreadableMediaException.class);
    }

    @Test
    void endsProcessesThatNeedTooMuchMemory() throws Exception {
        pool.stop();
        pool = new DecoderPool(
                new TestDecoderConfig(OptionalInt.of(1), TestDecoderConfig.megabytes(1), Duration.ofSeconds(60)));
        decoder = new Decoder(pool);
        SeekableSource source = watched(picture(), () -> {
            var process = onlyProcess();
            org.awaitility.Awaitility.await().until(() -> !process.usable());
        });
        assertThatThrownBy(() -> decoder.part(compress("a.png"), source, Urgency.INTERACTIVE))
                .isInstanceOf(UnreadableMediaException.class)
                .hasMessageContaining("'a.png'");
    }

    private interface Disturbance {
        void happen() throws IOException;
    }

    private static SeekableSource watched(SeekableSource source, Disturbance disturbance) {
        return new SeekableSource() {
            @Override
            public long length() {
                return source.length();
            }

            @Override
            public int read(long offset, byte[] into, int at, int count) throws IOException {
                disturbance.happen();
                return source.read(offset, into, at, count);
            }
        };
    }

    private DecoderProcess onlyProcess() {
        assertThat(pool.processes()).hasSize(1);
        return pool.processes().iterator().next();
    }

    private void killProcess() {
        ProcessHandle.of(onlyProcess().pid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static Command compress(String name) {
        return Command.picture(Command.Action.COMPRESS, name, 70);
    }

    private static SeekableSource picture() throws IOException {
        return new BytesSource(TestPictures.of("png", 90, 50));
    }
}
