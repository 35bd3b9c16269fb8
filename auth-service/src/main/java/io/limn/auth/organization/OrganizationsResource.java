package io.limn.auth.organization;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Links;
import io.limn.common.api.Page;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Lists;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.Caller;
import io.limn.common.identity.Principal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Organizations as the API shows them. */
@Path("/api/organizations")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class OrganizationsResource {
    private static final ListSpec LIST = ListSpec.from("organization o LEFT JOIN users u ON u.id = o.owner_id")
            .id("o.id")
            .text("name", "o.name")
            .text("owner", "u.username")
            .text("slug", "o.slug")
            .search("name", "owner", "slug")
            .simple("name", "owner", "slug");

    private final EntityManager database;
    private final Caller caller;
    private final Lists lists;
    private final Links links;

    OrganizationsResource(EntityManager database, Caller caller, Lists lists, Links links) {
        this.database = database;
        this.caller = caller;
        this.lists = lists;
        this.links = links;
    }

    /** The organizations that the caller owns or is an active member of, all for administrators. */
    @GET
    public Page<OrganizationForm> list(HttpServerRequest request) {
        var reader = caller.principal();
        // The workspace that is named does not narrow this list, yet a wrong one is an error here too.
        caller.organization();
        return lists.page(ListQuery.of(request, LIST), visible(reader), this::forms);
    }

    private static Sql visible(Principal reader) {
        return reader.isAdmin()
                ? Sql.TRUE
                : Sql.of(
                        "o.id IN (SELECT m.organization_id FROM membership m WHERE m.user_id = ? AND m.is_active"
                                + " UNION SELECT id FROM organization WHERE owner_id = ?)",
                        reader.id(),
                        reader.id());
    }

    private List<OrganizationForm> forms(List<Long> ids) {
        var found = database.createQuery(
                        "SELECT o FROM Organization o LEFT JOIN FETCH o.owner WHERE o.id IN (:ids)", Organization.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Organization::id, Function.identity()));
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(organization -> OrganizationForm.of(organization, links))
                .toList();
    }
}
