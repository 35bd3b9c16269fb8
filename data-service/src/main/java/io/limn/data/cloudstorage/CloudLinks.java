package io.limn.data.cloudstorage;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.api.ApiException;
import io.limn.data.database.Database;
import io.limn.data.frame.StorageLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Links the data of tasks to cloud storages. */
@ApplicationScoped
class CloudLinks implements StorageLinks {
    private static final String MEMBER = "cloud_storage_id";

    private final CloudObjects objects;
    private final StorageStore store;
    private final Buckets buckets;
    private final Database database;

    CloudLinks(CloudObjects objects, StorageStore store, Buckets buckets, Database database) {
        this.objects = objects;
        this.store = store;
        this.buckets = buckets;
        this.database = database;
    }

    @Override
    public void require(JsonNode id) {
        if (id.isNull()) {
            throw ApiException.field(MEMBER, "The specified cloud storage None does not exist.");
        }
        if (!id.canConvertToInt()) {
            throw ApiException.field(MEMBER, "A valid integer is required.");
        }
        objects.requireNamed(id.asLong());
        if (!isAvailable(id.asLong())) {
            var name = store.find(id.asLong()).map(Storage::displayName).orElse("");
            throw ApiException.field(MEMBER, "The specified cloud storage '" + name + "' is not available.");
        }
    }

    private boolean isAvailable(long id) {
        try {
            return buckets.of(Long.valueOf(id)).status() == Bucket.Status.AVAILABLE;
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void link(long dataId, JsonNode id) {
        database.update("UPDATE media SET cloud_storage_id = ? WHERE data_id = ?", id.asLong(), dataId);
    }
}
