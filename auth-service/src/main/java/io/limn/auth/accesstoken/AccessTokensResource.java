package io.limn.auth.accesstoken;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.Page;
import io.limn.common.identity.Caller;
import io.limn.common.identity.PublicAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Personal access tokens. */
@Path("/api/auth/access_tokens")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class AccessTokensResource {
    private final AccessTokenAccess access;
    private final AccessTokens tokens;
    private final AccessTokenList list;
    private final Bodies bodies;
    private final Caller caller;

    AccessTokensResource(
            AccessTokenAccess access, AccessTokens tokens, AccessTokenList list, Bodies bodies, Caller caller) {
        this.access = access;
        this.tokens = tokens;
        this.list = list;
        this.bodies = bodies;
        this.caller = caller;
    }

    /** The caller's tokens that can be used. */
    @GET
    public Page<AccessTokenView> list(HttpServerRequest request) {
        // Tokens belong to no workspace, but a wrong one is told as by every list.
        caller.organization();
        return list.page(request, access.owner("list").id());
    }

    /** Makes a token of the caller; its value is in this answer and in no other. */
    @POST
    public Response create(InputStream body) {
        var owner = access.owner("create");
        var created = tokens.create(owner.id(), AccessTokenForm.ofNew(bodies.object(body)));
        return Response.status(201)
                .entity(list.view(created.token()).with(created.value()))
                .build();
    }

    /** The token that the request itself shows; whoever shows none is told what to show. */
    @GET
    @PublicAccess
    @Path("self")
    public AccessTokenView self() {
        return list.view(access.shown());
    }

    /** One token. */
    @GET
    @Path("{id}")
    public AccessTokenView one(@PathParam("id") long id) {
        return list.view(access.token("view", id));
    }

    /** Changes a token. */
    @PATCH
    @Path("{id}")
    public AccessTokenView change(@PathParam("id") long id, InputStream body) {
        access.token("update", id);
        return list.view(tokens.change(id, AccessTokenForm.ofChange(bodies.object(body)), list::view));
    }

    /** Revokes a token. */
    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") long id) {
        access.token("delete", id);
        tokens.revoke(id, list::view);
    }
}
