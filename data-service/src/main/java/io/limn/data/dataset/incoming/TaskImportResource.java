package io.limn.data.dataset.incoming;

import io.limn.common.api.ApiJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** Imports of annotations into tasks. */
@Path("/api/tasks/{id:\\d+}/annotations")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class TaskImportResource {
    private static final String COLLECTION = "tasks";

    private final AnnotationImports imports;

    TaskImportResource(AnnotationImports imports) {
        this.imports = imports;
    }

    /** Tells about resumable uploads. */
    @OPTIONS
    public Response options() {
        return imports.options();
    }

    /** One step of an import; the last one starts it. */
    @POST
    public Response post(@PathParam("id") long id, HttpServerRequest request, InputStream body) {
        return imports.post(COLLECTION, id, request, body);
    }

    /** How far a resumable upload is. */
    @HEAD
    @Path("/{file:\\d+_[0-9a-f-]{36}}")
    public Response head(@PathParam("id") long id, @PathParam("file") String file) {
        return imports.head(COLLECTION, id, file);
    }

    /** The next bytes of a resumable upload. */
    @PATCH
    @Path("/{file:\\d+_[0-9a-f-]{36}}")
    public Response patch(
            @PathParam("id") long id, @PathParam("file") String file, HttpServerRequest request, InputStream body)
            throws IOException {
        return imports.patch(COLLECTION, id, file, request, body);
    }
}
