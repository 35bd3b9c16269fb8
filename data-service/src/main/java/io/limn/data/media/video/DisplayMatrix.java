package io.limn.data.media.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.IntPointer;

/** The rotation that a container asks for. */
final class DisplayMatrix {
    private DisplayMatrix() {}

    /** Clockwise degrees, a multiple of 90. */
    static int clockwiseDegrees(AVStream stream) {
        AVPacketSideData all = stream.codecpar().coded_side_data();
        int count = stream.codecpar().nb_coded_side_data();
        if (all == null || all.isNull() || count == 0) {
            return 0;
        }
        AVPacketSideData matrix = av_packet_side_data_get(all, count, AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.isNull()) {
            return 0;
        }
        double counterclockwise = av_display_rotation_get(new IntPointer(matrix.data()));
        if (Double.isNaN(counterclockwise)) {
            return 0;
        }
        return Math.floorMod((int) Math.round(-counterclockwise / 90) * 90, 360);
    }
}
