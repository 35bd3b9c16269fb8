package io.limn.auth.user;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.Links;
import io.limn.common.api.Page;
import io.limn.common.api.conditional.Representations;
import io.limn.common.api.query.Field;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Lists;
import io.limn.common.identity.Caller;
import io.limn.common.identity.Principal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Users as the API shows them. */
@Path("/api/users")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class UsersResource {
    private static final ListSpec LIST = ListSpec.from("users u")
            .id("u.id")
            .text("username", "u.username")
            .text("first_name", "u.first_name")
            .text("last_name", "u.last_name")
            .field("is_active", "u.is_active", Field.Type.BOOLEAN)
            .search("username", "first_name", "last_name")
            .simple("username", "first_name", "last_name", "is_active");

    private final Users users;
    private final UserVisibility visibility;
    private final UserForm form;
    private final UserEditing editing;
    private final UserDeletion deletion;
    private final Bodies bodies;
    private final Caller caller;
    private final Lists lists;
    private final Links links;
    private final Selves selves;
    private final Representations representations;

    UsersResource(
            Users users,
            UserVisibility visibility,
            UserForm form,
            UserEditing editing,
            UserDeletion deletion,
            Bodies bodies,
            Caller caller,
            Lists lists,
            Links links,
            Selves selves,
            Representations representations) {
        this.users = users;
        this.visibility = visibility;
        this.form = form;
        this.editing = editing;
        this.deletion = deletion;
        this.bodies = bodies;
        this.caller = caller;
        this.lists = lists;
        this.links = links;
        this.selves = selves;
        this.representations = representations;
    }

    /** The users that the caller may see; in full for staff, in the basic form for everybody else. */
    @GET
    public Page<Object> list(HttpServerRequest request) {
        var reader = caller.principal();
        var visible = visibility.condition(reader, caller.organization());
        return lists.page(ListQuery.of(request, LIST), visible, ids -> forms(ids, reader.staff()));
    }

    private List<Object> forms(List<Long> ids, boolean full) {
        var found = users.find(ids);
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(user -> form(user, full))
                .toList();
    }

    private Object form(User user, boolean full) {
        return full ? FullUser.of(user, links) : BasicUser.of(user, links);
    }

    /** The caller himself, always in full. */
    @GET
    @Path("self")
    public FullUser self() {
        caller.organization();
        return selves.of(caller.principal());
    }

    /** One user. */
    @GET
    @Path("{id}")
    public Object one(@PathParam("id") long id) {
        var reader = caller.principal();
        var context = caller.organization();
        var user = users.find(id).orElseThrow(() -> ApiException.notFound("User"));
        if (!visibility.isVisible(id, reader, context)) {
            throw ApiException.forbidden();
        }
        return asRead(user, reader);
    }

    private Object asRead(User user, Principal reader) {
        return form(user, reader.staff() || reader.id() == user.id());
    }

    /** Changes a user. The tag is that of the user as he is read, though the answer may show less. */
    @PATCH
    @Path("{id}")
    public RestResponse<Object> change(@PathParam("id") long id, InputStream body) {
        var writer = writer("update", id);
        var changes = form.read(bodies.object(body), writer, id);
        var changed = editing.change(id, changes, user -> asRead(user, writer));
        selves.forget(id);
        return ResponseBuilder.ok(form(changed, writer.staff()))
                .header(HttpHeaders.ETAG, representations.tag(asRead(changed, writer)))
                .build();
    }

    /** Deletes a user. */
    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") long id) {
        var writer = writer("delete", id);
        deletion.delete(id, user -> asRead(user, writer));
        selves.forget(id);
    }

    private Principal writer(String scope, long id) {
        var writer = caller.principal();
        var context = caller.organization();
        if (users.find(id).isEmpty()) {
            throw ApiException.notFound("User");
        }
        visibility.require(scope, id, writer, context);
        return writer;
    }
}
