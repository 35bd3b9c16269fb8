package io.limn.task.storage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Told by data-service before it removes a cloud storage. */
@Path("/internal/cloudstorages")
@RunOnVirtualThread
public class InternalCloudStorageResource {
    private final StorageReferences references;

    InternalCloudStorageResource(StorageReferences references) {
        this.references = references;
    }

    /** Nothing refers to the storage from now on. Safe to repeat. */
    @DELETE
    @Path("{id:\\d{1,18}}")
    public void delete(@PathParam("id") long id) {
        references.remove(id);
    }
}
