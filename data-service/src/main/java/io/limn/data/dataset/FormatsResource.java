package io.limn.data.dataset;

import io.limn.common.api.ApiJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** Formats in which annotations can be imported and exported. There are none so far. */
@Path("/api/server/annotation/formats")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class FormatsResource {
    /** The formats of both directions. */
    public record Formats(List<Object> importers, List<Object> exporters) {}

    /** All formats, for every signed-in user. */
    @GET
    public Formats list() {
        return new Formats(List.of(), List.of());
    }
}
