package io.limn.data.frame;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.api.ApiException;

/** Checks the cloud storage to which a task's data is to be linked. */
public interface StorageLinks {
    /**
     * Checks that the caller may use the storage and that it answers.
     *
     * @param id the value as it was sent
     * @throws ApiException 400 or 403
     */
    void require(JsonNode id);

    /** Has the source media read from another storage from now on; it has been checked. */
    void link(long dataId, JsonNode id);
}
