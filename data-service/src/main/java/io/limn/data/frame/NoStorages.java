package io.limn.data.frame;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.api.ApiException;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows no cloud storage; steps back for a capability that does. */
@DefaultBean
@ApplicationScoped
class NoStorages implements StorageLinks {
    @Override
    public void require(JsonNode id) {
        if (id.isNull()) {
            throw ApiException.field("cloud_storage_id", "The specified cloud storage None does not exist.");
        }
        if (!id.canConvertToInt()) {
            throw ApiException.field("cloud_storage_id", "A valid integer is required.");
        }
        throw ApiException.rule("CloudStorage matching query does not exist.");
    }
}
