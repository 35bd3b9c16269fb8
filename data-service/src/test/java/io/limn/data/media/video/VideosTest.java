package io.limn.data.media.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.data.media.BytesSource;
import io.limn.data.media.MediaLimits;
import io.limn.data.media.UnreadableMediaException;
import io.limn.data.media.VideoIndex;
import io.limn.data.media.VideoIndex.KeyFrame;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideosTest {
    private final Videos videos = new Videos(MediaLimits.DEFAULT);

    @TempDir
    Path folder;

    @Test
    void countsFramesAndFindsKeyFramesFromPackets() throws Exception {
        VideoIndex index = index(TestVideos.h264().frames(34).bytes());
        assertThat(index.frameCount()).isEqualTo(34);
        assertThat(index.seekable()).isTrue();
        assertThat(index.codec()).isEqualTo("h264");
        assertThat(index.width()).isEqualTo(96);
        assertThat(index.height()).isEqualTo(64);
        assertThat(index.keyFrames().stream().map(KeyFrame::frame)).containsExactly(0, 10, 20, 30);
    }

    @Test
    void deliversExactlyTheFramesThatAreAskedFor() throws Exception {
        for (byte[] video : List.of(
                TestVideos.h264().frames(40).bytes(),
                TestVideos.h264().in(".mkv").frames(40).bytes(),
                TestVideos.mpeg4().frames(40).bytes(),
                TestVideos.mpeg4().in(".avi").frames(40).bytes())) {
            List<Integer> wanted = List.of(0, 1, 9, 10, 11, 25, 39, 38, 3);
            assertThat(numbers(video, wanted)).isEqualTo(wanted);
        }
    }

    @Test
    void findsFramesOfACutFileUpToTheCut() throws Exception {
        byte[] whole = TestVideos.h264().in(".mkv").frames(40).bytes();
        byte[] cut = Arrays.copyOf(whole, whole.length * 6 / 10);
        VideoIndex index = index(cut);
        assertThat(index.frameCount()).isBetween(10, 35);
        int last = index.frameCount() - 1;
        assertThat(numbers(cut, List.of(last, 2))).containsExactly(last, 2);
    }

    @Test
    void turnsFramesAsTheContainerAsks() throws Exception {
        byte[] video = TestVideos.h264().turned(90).frames(12).bytes();
        VideoIndex index = index(video);
        assertThat(index.rotation()).isEqualTo(90);
        assertThat(index.width()).isEqualTo(64);
        assertThat(index.height()).isEqualTo(96);
        byte[] still = stills(video, index, List.of(7)).getFirst();
        var picture = ImageIO.read(new ByteArrayInputStream(still));
        assertThat(picture.getWidth()).isEqualTo(64);
        assertThat(FrameCode.read(FrameCode.turnedBack(picture, 1))).isEqualTo(7);
    }

    @Test
    void refusesTextThatIsNamedLikeAVideo() {
        byte[] text = "file 'secret'\n#EXTM3U\nhttp://127.0.0.1/\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> index(text))
                .isInstanceOf(UnreadableMediaException.class)
                .hasMessage("Invalid data found when processing input: 'clip.mp4'");
    }

    @Test
    void refusesPlaylists() {
        byte[] playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n/etc/hostname\n#EXT-X-ENDLIST\n"
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> index(playlist)).isInstanceOf(UnreadableMediaException.class);
    }

    @Test
    void writesChunksThatABrowserDecoderCanPlay() throws Exception {
        byte[] video = TestVideos.h264().size(98, 62).frames(30).bytes();
        VideoIndex index = index(video);
        List<Integer> frames = IntStream.range(8, 26).boxed().toList();
        byte[] chunk = chunk(video, index, frames, new FrameSize(index.width(), index.height()), Quantizer.of(70));

        Mp4Boxes boxes = new Mp4Boxes(chunk);
        assertThat(boxes.types()).startsWith("ftyp", "mdat", "moov").doesNotContain("moof", "co64", "ctts", "edts");
        assertThat(boxes.only("mvhd").at(0)).isZero();
        assertThat(boxes.only("mdhd").at(0)).isZero();
        assertThat(boxes.only("tkhd").at(0) >>> 24).isZero();
        assertThat(boxes.only("tkhd").at(12)).as("track id").isEqualTo(1);
        assertThat(boxes.only("stsz").at(4)).as("one size for all").isZero();
        assertThat(boxes.only("stsz").at(8)).as("samples").isEqualTo(18);
        assertThat(boxes.only("stss").at(4)).as("key frames").isEqualTo(1);
        assertThat(boxes.only("stts").at(8)).isEqualTo(18);
        assertThat(boxes.size()).isEqualTo(new FrameSize(98, 62));

        ByteBuffer configuration = boxes.configuration();
        assertThat(configuration.get(1)).as("baseline profile").isEqualTo((byte) 66);
        assertThat(configuration.get(2) & 0x40).as("constrained").isEqualTo(0x40);
        assertThat(configuration.get(4) & 3).as("lengths of four bytes").isEqualTo(3);
        assertThat(configuration.get(5) & 31).as("one sequence parameter set").isEqualTo(1);

        VideoIndex own = index(chunk);
        assertThat(own.frameCount()).isEqualTo(18);
        assertThat(numbers(chunk, IntStream.range(0, 18).boxed().toList())).isEqualTo(frames);
    }

    @Test
    void padsOddSidesAndHalvesHighFrames() throws Exception {
        assertThat(new FrameSize(1920, 1080).compressed()).isEqualTo(new FrameSize(960, 540));
        assertThat(new FrameSize(1920, 1079).compressed()).isEqualTo(new FrameSize(1920, 1079));
        assertThat(new FrameSize(3840, 2160).compressed()).isEqualTo(new FrameSize(960, 540));
        byte[] video = TestVideos.h264().size(96, 64).frames(4).bytes();
        byte[] chunk = chunk(video, index(video), List.of(0, 1, 2, 3), new FrameSize(95, 63), 20);
        assertThat(new Mp4Boxes(chunk).size()).isEqualTo(new FrameSize(96, 64));
        assertThat(numbers(chunk, List.of(3))).containsExactly(3);
    }

    @Test
    void spendsMoreBytesOnHigherQuality() throws Exception {
        byte[] video = TestVideos.h264().size(320, 240).frames(6).bytes();
        VideoIndex index = index(video);
        List<Integer> frames = List.of(0, 1, 2, 3, 4, 5);
        FrameSize size = new FrameSize(320, 240);
        assertThat(chunk(video, index, frames, size, Quantizer.of(100)).length)
                .isGreaterThan(chunk(video, index, frames, size, Quantizer.of(10)).length);
    }

    private VideoIndex index(byte[] video) throws Exception {
        return videos.index(new BytesSource(video), "clip.mp4");
    }

    private List<Integer> numbers(byte[] video, List<Integer> frames) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (byte[] still : stills(video, index(video), frames)) {
            numbers.add(FrameCode.read(still));
        }
        return numbers;
    }

    private List<byte[]> stills(byte[] video, VideoIndex index, List<Integer> frames) throws Exception {
        List<byte[]> stills = new ArrayList<>();
        FrameSize size = new FrameSize(index.width(), index.height());
        videos.stills(new BytesSource(video), "clip", index, frames, size, Videos.Still.PNG, 0, bytes -> {
            byte[] still = new byte[bytes.remaining()];
            bytes.get(still);
            stills.add(still);
        });
        return stills;
    }

    private byte[] chunk(byte[] video, VideoIndex index, List<Integer> frames, FrameSize size, int quantizer)
            throws Exception {
        Path file = folder.resolve("chunk-" + System.nanoTime() + ".mp4");
        try (Mp4Writer writer = new Mp4Writer(file, size.even())) {
            videos.samples(new BytesSource(video), "clip", index, frames, size, quantizer, bytes -> {
                byte[] sample = new byte[bytes.remaining()];
                bytes.get(sample);
                writer.sample(sample);
            });
            writer.finish();
        }
        return Files.readAllBytes(file);
    }
}
