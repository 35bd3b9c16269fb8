package io.limn.data.cloudstorage;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.data.media.SourceUnavailableException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What the bucket of a cloud storage is like and holds. */
@Path("/api/cloudstorages/{id}")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class BucketResource {
    private static final Logger LOG = Logger.getLogger(BucketResource.class);

    private final StorageAccess access;
    private final Buckets buckets;
    private final Content content;
    private final StoragePreviews previews;

    BucketResource(StorageAccess access, Buckets buckets, Content content, StoragePreviews previews) {
        this.access = access;
        this.buckets = buckets;
        this.content = content;
        this.previews = previews;
    }

    private interface Call<T> {
        T run() throws IOException;
    }

    /** Whether the bucket can be used. */
    @GET
    @Path("status")
    public String status(@PathParam("id") int id) {
        access.require(id, "view");
        return bucket(id).status().name();
    }

    /** What may be done in the bucket, a list in JSON that is declared as text; empty where nobody can tell. */
    @GET
    @Path("actions")
    public Response actions(@PathParam("id") int id) {
        access.require(id, "view");
        var actions = worded(id, bucket(id)::actions);
        var text = actions == null
                ? ""
                : actions.stream()
                        .sorted()
                        .map(action -> '"' + action + '"')
                        .collect(Collectors.joining(",", "[", "]"));
        return Response.ok(text).type("text/plain").build();
    }

    /** One level of the bucket, or of a manifest in it. */
    @GET
    @Path("content-v2")
    public ContentPage content(
            @PathParam("id") int id,
            @QueryParam("prefix") @DefaultValue("") String prefix,
            @QueryParam("next_token") String token,
            @QueryParam("page_size") @DefaultValue("500") String pageSize,
            @QueryParam("manifest_path") String manifest) {
        access.requireInside(id, "list:content");
        var query = ContentQuery.of(prefix, token, pageSize, manifest);
        return worded(id, () -> content.page(buckets.of((long) id), query));
    }

    /** The first picture that a manifest of the storage names, small. */
    @GET
    @Path("preview")
    public Response preview(@PathParam("id") int id) {
        access.requireInside(id, "view");
        var bytes = worded(id, () -> previews.of(id));
        return Response.ok(bytes).type("image/jpeg").build();
    }

    private Bucket bucket(long id) {
        return worded(id, () -> buckets.of(Long.valueOf(id)));
    }

    private static <T> T worded(long id, Call<T> call) {
        try {
            return call.run();
        } catch (SourceUnavailableException refused) {
            throw refused.status() == 409
                    ? ApiException.notFound("CloudStorage")
                    : ApiException.of(refused.status(), refused.getMessage());
        } catch (InvalidManifestException invalid) {
            throw ApiException.of(400, invalid.getMessage());
        } catch (IOException silent) {
            LOG.warnf("Cloud storage %d: %s", id, silent.getMessage());
            throw ApiException.of(500, "An internal error has occurred");
        }
    }
}
