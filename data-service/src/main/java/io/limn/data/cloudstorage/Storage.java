package io.limn.data.cloudstorage;

import java.time.Instant;
import java.util.List;

/**
 * A cloud storage as it is kept.
 *
 * @param id           its number, 0 while it has none
 * @param settings     how its bucket is entered
 * @param attributes   the specific attributes as they were sent
 * @param displayName  what it is called
 * @param description  what its owner says of it
 * @param manifests    keys of manifests, each once
 * @param owner        user, {@code null} for nobody
 * @param organization {@code null} for a personal one
 * @param created      when it was told of
 * @param updated      when it was changed last
 * @param revision     grows with each change
 */
record Storage(
        long id,
        BucketSettings settings,
        String attributes,
        String displayName,
        String description,
        List<String> manifests,
        Long owner,
        Long organization,
        Instant created,
        Instant updated,
        int revision) {

    /** The same at another time. */
    Storage touched(Instant now) {
        return new Storage(
                id,
                settings,
                attributes,
                displayName,
                description,
                manifests,
                owner,
                organization,
                created,
                now,
                revision);
    }
}
