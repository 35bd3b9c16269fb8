package io.limn.task.storage;

import io.limn.common.api.query.Sql;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** What refers to cloud storages: the places of projects and tasks, and the data of tasks. */
@ApplicationScoped
class StorageReferences {
    private final Database database;

    StorageReferences(Database database) {
        this.database = database;
    }

    /** Lets go of a cloud storage. */
    @Transactional
    public void remove(long cloudStorage) {
        for (var table : List.of("project", "task")) {
            for (var column : List.of("source_storage_id", "target_storage_id")) {
                database.update(Sql.of(
                        "UPDATE " + table + " SET " + column + " = NULL WHERE " + column
                                + " IN (SELECT id FROM storage WHERE cloud_storage_id = ?)",
                        cloudStorage));
            }
        }
        database.update(Sql.of("DELETE FROM storage WHERE cloud_storage_id = ?", cloudStorage));
        database.update(Sql.of(
                "UPDATE frame_plan SET cloud_storage_id = NULL, revision = revision + 1 WHERE cloud_storage_id = ?",
                cloudStorage));
    }
}
