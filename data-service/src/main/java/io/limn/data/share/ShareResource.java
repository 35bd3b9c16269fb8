package io.limn.data.share;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;

/** Shows what lies in the share. */
@Path("/api/server/share")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class ShareResource {
    private static final DecisionTable TABLE = DecisionTable.load("permissions/server.csv");

    private final Share share;
    private final Caller caller;

    ShareResource(Share share, Caller caller) {
        this.share = share;
        this.caller = caller;
    }

    /**
     * The entries of one folder.
     *
     * @param directory of the share, its root when not given
     * @param search    with which names begin
     */
    @GET
    public List<ShareEntry> list(
            @QueryParam("directory") @DefaultValue("") String directory,
            @QueryParam("search") @DefaultValue("") String search) {
        var workspace = caller.organization();
        if (!TABLE.allows("list:content", caller.principal(), workspace.organization(), Set.of())) {
            throw ApiException.forbidden();
        }
        var path = directory.startsWith("/") ? directory.substring(1) : directory;
        var folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return share.list(folder, search).orElseThrow(() -> ApiException.of(400, path + " is an invalid directory"));
    }
}
