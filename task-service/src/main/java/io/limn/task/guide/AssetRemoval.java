package io.limn.task.guide;

import io.limn.common.api.query.Sql;
import io.limn.common.blob.BlobStore;
import io.limn.common.work.Lease;
import io.limn.common.work.Worker;
import io.limn.task.access.ProjectPurged;
import io.limn.task.access.TaskPurged;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.UUID;

/** Removes assets that no guide has, bytes first; one that a guide has by now stays. */
@ApplicationScoped
class AssetRemoval implements Worker {
    static final String KIND = "asset.remove";

    private final Database database;
    private final BlobStore bytes;
    private final AssetStore assets;

    AssetRemoval(Database database, BlobStore bytes, AssetStore assets) {
        this.database = database;
        this.bytes = bytes;
        this.assets = assets;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Lease lease) throws IOException {
        var id = UUID.fromString(lease.payload().get("asset").asText());
        if (assets.find(id).isEmpty()) {
            bytes.delete(Asset.key(id));
            lease.finish(
                    () -> database.update(Sql.of("DELETE FROM guide_asset WHERE id = ? AND guide_id IS NULL", id)));
        }
    }

    void purged(@Observes TaskPurged task) {
        drop(Sql.of("SELECT id FROM annotation_guide WHERE task_id = ?", task.taskId()));
    }

    void purged(@Observes ProjectPurged project) {
        drop(Sql.of("SELECT id FROM annotation_guide WHERE project_id = ?", project.projectId()));
    }

    private void drop(Sql guides) {
        database.list(guides, row -> row.getLong("id")).forEach(guide -> assets.drop(assets.of(guide)));
    }
}
