package io.limn.data.cloudstorage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Asked by other services before they let something refer to a storage. */
@Path("/internal/cloudstorages")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalCloudStorageResource {
    private final StorageAccess access;
    private final StorageStore store;

    InternalCloudStorageResource(StorageAccess access, StorageStore store) {
        this.access = access;
        this.store = store;
    }

    /**
     * A storage that the user of the request may use.
     *
     * @param id           its number
     * @param organization whose it is, {@code null} for a personal one
     * @param provider     who runs the bucket
     * @param resource     name of the bucket
     */
    public record Facts(long id, Long organization, String provider, String resource) {}

    /**
     * A storage.
     *
     * @param scope what the user wants to do with it
     * @throws io.limn.common.api.ApiException 404 when there is none, 403 when he may not
     */
    @GET
    @Path("{id:\\d{1,18}}")
    public Facts get(@PathParam("id") long id, @QueryParam("scope") @DefaultValue("view") String scope) {
        access.require(id, scope);
        return store.facts(id);
    }
}
