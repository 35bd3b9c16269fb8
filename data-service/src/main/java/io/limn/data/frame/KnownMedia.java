package io.limn.data.frame;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.limn.data.media.SourceIndex;
import io.limn.data.media.SourceUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** The source media of tasks that were asked for lately; they never change, but they may be dropped. */
@ApplicationScoped
class KnownMedia {
    private final SourceIndex index;
    private final Cache<Long, SourceIndex.Media> known;

    KnownMedia(SourceIndex index, FrameConfig config) {
        this.index = index;
        this.known = Caffeine.newBuilder()
                .maximumSize(200)
                .expireAfterWrite(config.remember())
                .build();
    }

    /**
     * The media of a data id.
     *
     * @throws IOException when they were dropped
     */
    SourceIndex.Media get(long dataId) throws IOException {
        SourceIndex.Media media = known.get(dataId, id -> index.find(id).orElse(null));
        if (media == null) {
            throw new SourceUnavailableException(404, "The media of the task are gone");
        }
        return media;
    }

    void forget(long dataId) {
        known.invalidate(dataId);
    }
}
