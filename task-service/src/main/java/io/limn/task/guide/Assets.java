package io.limn.task.guide;

import io.limn.common.api.ApiException;
import io.limn.common.api.conditional.Precondition;
import io.limn.common.blob.BlobStore;
import io.limn.common.identity.Caller;
import io.limn.task.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What may be done with assets. */
@ApplicationScoped
class Assets {
    private final GuideAccess guides;
    private final AssetStore store;
    private final BlobStore bytes;
    private final People people;
    private final Caller caller;
    private final Precondition precondition;

    Assets(
            GuideAccess guides,
            AssetStore store,
            BlobStore bytes,
            People people,
            Caller caller,
            Precondition precondition) {
        this.guides = guides;
        this.store = store;
        this.bytes = bytes;
        this.people = people;
        this.caller = caller;
        this.precondition = precondition;
    }

    /**
     * Adds an asset to a guide.
     *
     * @return its id
     * @throws ApiException 400 or 403
     */
    UUID create(AssetForm form) {
        long guide = guides.find(form.guide()).orElseThrow(AssetForm::noGuide).id();
        guides.require(guide, "update");
        var file = form.file().checked();
        store.requireRoom(guide);
        people.remember(caller.principal());
        var asset = store.open(
                file.name(),
                file.type(),
                file.bytes().length,
                caller.principal().id());
        put(asset, new ByteArrayInputStream(file.bytes()));
        store.add(asset.id(), guide);
        return asset.id();
    }

    /**
     * An asset that the caller may use; those of public guides are there for readers without credentials, too.
     *
     * @param scope what is to be allowed with its guide
     * @throws ApiException 404, 403, or 401 when nobody is known and the guide is not public
     */
    Asset require(String text, String scope) {
        var asset = find(text);
        if (caller.isAnonymous()) {
            return asset.filter(it -> guide(it).isPublic()).orElseThrow(ApiException::unauthenticated);
        }
        var found = asset.orElseThrow(() -> ApiException.notFound("Asset"));
        if (!guides.allows(guide(found), scope)) {
            throw ApiException.forbidden();
        }
        return found;
    }

    private java.util.Optional<Asset> find(String text) {
        try {
            return store.find(UUID.fromString(text))
                    .filter(asset -> guides.find(asset.guideId()).isPresent());
        } catch (IllegalArgumentException noId) {
            return java.util.Optional.empty();
        }
    }

    private Guide guide(Asset asset) {
        return guides.find(asset.guideId()).orElseThrow(() -> ApiException.notFound("Asset"));
    }

    /**
     * Removes an asset; the text of its guide stays as it is.
     *
     * @throws ApiException 404 or 403; 412 when the client means other bytes
     */
    void delete(String id) {
        var asset = require(id, "update");
        precondition.requireTag(asset.tag());
        store.drop(List.of(asset.id()));
    }

    /**
     * Copies the assets of other guides that a text shows and the caller may see; others are left alone.
     *
     * @param guide the guide that the text is for, {@code null} for a new one
     * @return the copies by their originals; no guide has them yet
     */
    Map<UUID, UUID> copies(String markdown, Long guide) {
        var copies = new HashMap<UUID, UUID>();
        for (var id : AssetLinks.in(markdown)) {
            var asset = find(id.toString());
            boolean foreign = asset.isPresent() && !asset.get().guideId().equals(guide);
            if (foreign && guides.allows(guide(asset.get()), "view") && copies.size() < AssetStore.MOST) {
                copies.put(id, copy(asset.get()));
            }
        }
        return copies;
    }

    private UUID copy(Asset original) {
        people.remember(caller.principal());
        var copy = store.open(
                original.filename(),
                original.mediaType(),
                original.size(),
                caller.principal().id());
        try (var content = bytes.get(original.key())) {
            put(copy, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return copy.id();
    }

    private void put(Asset asset, InputStream content) {
        try {
            bytes.put(asset.key(), content, asset.size());
        } catch (IOException failure) {
            throw new UncheckedIOException("An asset could not be stored", failure);
        }
    }
}
