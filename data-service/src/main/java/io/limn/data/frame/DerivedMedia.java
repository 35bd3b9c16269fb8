package io.limn.data.frame;

import io.limn.data.blob.BlobIntents;
import jakarta.enterprise.context.ApplicationScoped;

/** Everything that was made from source media: chunks, frames and previews. */
@ApplicationScoped
public class DerivedMedia {
    private final BlobIntents intents;
    private final LocalCache cache;
    private final KnownMedia media;

    DerivedMedia(BlobIntents intents, LocalCache cache, KnownMedia media) {
        this.intents = intents;
        this.cache = cache;
        this.media = media;
    }

    /** Lets go of everything made from the media of a data id, in the transaction at hand that drops the media. */
    public void dropMedia(long dataId) {
        intents.discard(Recipe.folder(dataId));
        cache.drop(dataId);
        media.forget(dataId);
    }
}
