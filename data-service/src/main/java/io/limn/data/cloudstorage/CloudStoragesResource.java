package io.limn.data.cloudstorage;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Page;
import io.limn.common.identity.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** Cloud storages. There are none so far. */
@Path("/api/cloudstorages")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class CloudStoragesResource {
    private final Caller caller;

    CloudStoragesResource(Caller caller) {
        this.caller = caller;
    }

    /**
     * The storages of the workspace that the request names.
     *
     * @throws ApiException 403 for an organization that the caller does not belong to
     */
    @GET
    public Page<Object> list() {
        var workspace = caller.organization();
        boolean stranger = workspace.isOrganization() && workspace.role() == null;
        if (stranger && !caller.principal().isAdmin()) {
            throw ApiException.forbidden();
        }
        return new Page<>(0, null, null, List.of());
    }
}
