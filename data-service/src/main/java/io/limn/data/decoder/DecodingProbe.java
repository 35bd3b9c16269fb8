package io.limn.data.decoder;

import io.limn.data.media.ImageFacts;
import io.limn.data.media.MediaProbe;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import io.limn.data.media.VideoIndex;
import io.limn.data.media.image.ImageHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;

/** Reads headers itself, which is plain and bounded work, and leaves everything else to decoder processes. */
@ApplicationScoped
class DecodingProbe implements MediaProbe {
    private final Decoder decoder;
    private final DecoderConfig config;

    DecodingProbe(Decoder decoder, DecoderConfig config) {
        this.decoder = decoder;
        this.config = config;
    }

    @Override
    public ImageFacts image(SeekableSource source, String name) throws UnreadableMediaException, IOException {
        Optional<ImageFacts> header = ImageHeaders.read(source, name);
        if (header.isEmpty()) {
            return decoder.ask(Command.picture(Command.Action.FACTS, name, 0), source, ImageFacts.class, Urgency.BATCH);
        }
        ImageFacts facts = header.get();
        if ((long) facts.width() * facts.height() > config.pixels()) {
            throw UnreadableMediaException.image(name);
        }
        return facts;
    }

    @Override
    public void decodable(SeekableSource source, String name) throws UnreadableMediaException, IOException {
        decoder.run(
                Command.picture(Command.Action.DECODE, name, 0), source, () -> (bytes, length) -> {}, Urgency.BATCH);
    }

    @Override
    public VideoIndex video(SeekableSource source, String name) throws UnreadableMediaException, IOException {
        return decoder.ask(Command.index(name), source, VideoIndex.class, Urgency.BATCH);
    }
}
