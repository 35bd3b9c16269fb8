package io.limn.task.guide;

import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import io.limn.common.api.query.Sql;
import io.limn.common.work.WorkQueue;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the rows of assets. A row without a guide is there before the bytes are, with work that removes both later:
 * whatever happens in between, nothing is left behind. The change that uses the asset names its guide.
 */
@ApplicationScoped
class AssetStore {
    static final int MOST = 30;
    private static final Duration UNUSED = Duration.ofHours(1);

    private final Database database;
    private final WorkQueue work;

    AssetStore(Database database, WorkQueue work) {
        this.database = database;
        this.work = work;
    }

    /** An asset that belongs to a guide. */
    Optional<Asset> find(UUID id) {
        return database.one(Asset.query(id), Asset::read).filter(asset -> asset.guideId() != null);
    }

    /** Notes an asset whose bytes are about to be stored. */
    @Transactional
    public Asset open(String filename, String mediaType, long size, long owner) {
        var id = UUID.randomUUID();
        database.update(Sql.of(
                "INSERT INTO guide_asset (id, owner_id, filename, media_type, size, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                id,
                owner,
                filename,
                mediaType,
                size,
                Timestamps.now()));
        remove(id, UNUSED);
        return new Asset(id, null, filename, mediaType, size);
    }

    /**
     * Gives an asset to a guide whose row is locked from here on.
     *
     * @throws ApiException 400 when the guide is gone or has too many
     */
    @Transactional
    public void add(UUID id, long guide) {
        if (!database.exists(Sql.of("SELECT 1 FROM annotation_guide WHERE id = ? FOR NO KEY UPDATE", guide))) {
            throw AssetForm.noGuide();
        }
        requireRoom(guide);
        link(id, guide);
    }

    /**
     * Refuses one more asset when a guide has the most that it may have.
     *
     * @throws ApiException 400
     */
    void requireRoom(long guide) {
        if (of(guide).size() >= MOST) {
            throw ApiException.rule("Maximum number of assets per guide reached");
        }
    }

    /** Gives an asset to a guide, in the transaction at hand. */
    void link(UUID id, long guide) {
        database.update(Sql.of("UPDATE guide_asset SET guide_id = ? WHERE id = ?", guide, id));
    }

    /** The assets of a guide. */
    List<UUID> of(long guide) {
        return database.list(
                Sql.of("SELECT id FROM guide_asset WHERE guide_id = ?", guide), row -> row.getObject("id", UUID.class));
    }

    /** Removes assets with their bytes; they are gone for every reader when the transaction commits. */
    @Transactional
    public void drop(Collection<UUID> ids) {
        for (var id : ids) {
            database.update(Sql.of("UPDATE guide_asset SET guide_id = NULL WHERE id = ?", id));
            remove(id, Duration.ZERO);
        }
    }

    private void remove(UUID id, Duration delay) {
        work.submit(AssetRemoval.KIND, id.toString(), Map.of("asset", id.toString()), 0, delay);
    }
}
