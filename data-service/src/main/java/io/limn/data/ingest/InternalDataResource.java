package io.limn.data.ingest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Facts about source media that are too long for events. */
@Path("/internal/data/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalDataResource {
    private final StoredSourceIndex index;

    InternalDataResource(StoredSourceIndex index) {
        this.index = index;
    }

    /** Names of the source frames by position; empty for a video. */
    @GET
    @Path("/names")
    public List<String> names(@PathParam("id") long data) {
        return index.names(data);
    }

    /** Positions in natural order of the names. */
    @GET
    @Path("/natural-order")
    public List<Integer> naturalOrder(@PathParam("id") long data) {
        return ValidationChoice.naturalOrder(index.names(data));
    }
}
