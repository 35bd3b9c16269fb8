package io.limn.data.media.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;

import java.io.IOException;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Reads all packets of a video without decoding them. */
final class PacketTimeline {
    /** Codecs of which each packet holds exactly one shown frame. */
    private static final Set<Integer> ONE_FRAME_A_PACKET =
            Set.of(AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_VP9, AV_CODEC_ID_AV1, AV_CODEC_ID_MJPEG);

    private PacketTimeline() {}

    static Timeline read(VideoInput input) throws IOException {
        Timeline.Builder builder = new Timeline.Builder();
        if (!ONE_FRAME_A_PACKET.contains(input.stream().codecpar().codec_id())) {
            builder.distrust();
        }
        long decoded = Long.MIN_VALUE;
        for (AVPacket packet = input.next(); packet != null; packet = input.next()) {
            // An edit list hides frames by the discard flag; a decoding time that does not rise tells of a broken file.
            boolean odd = (packet.flags() & (AV_PKT_FLAG_DISCARD | AV_PKT_FLAG_CORRUPT)) != 0
                    || !VideoIndexer.known(packet.dts())
                    || packet.dts() <= decoded;
            if (odd) {
                builder.distrust();
            }
            decoded = packet.dts();
            builder.add(packet.pts(), (packet.flags() & AV_PKT_FLAG_KEY) != 0);
        }
        return builder.inAnyOrder();
    }
}
