package io.limn.auth.membership;

import io.limn.auth.user.BasicUser;
import io.limn.auth.user.User;
import io.limn.auth.user.Users;
import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Links;
import io.limn.common.api.Page;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Lists;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.OrganizationContext;
import io.limn.common.identity.Principal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Memberships as the API shows them. */
@Path("/api/memberships")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class MembershipsResource {
    private static final ListSpec LIST = ListSpec.from("membership m JOIN users u ON u.id = m.user_id")
            .id("m.id")
            .text("user", "u.username")
            .choice("role", "m.role", Set.of("worker", "supervisor", "maintainer", "owner"))
            .search("user", "role")
            .simple("user", "role");

    private final DecisionTable rules = DecisionTable.load("permissions/memberships.csv");
    private final EntityManager database;
    private final Users users;
    private final Caller caller;
    private final Lists lists;
    private final Links links;

    MembershipsResource(EntityManager database, Users users, Caller caller, Lists lists, Links links) {
        this.database = database;
        this.users = users;
        this.caller = caller;
        this.lists = lists;
        this.links = links;
    }

    /** The caller's active memberships, or those of the organization that the request names. */
    @GET
    public Page<MembershipForm> list(HttpServerRequest request) {
        var visible = visible(caller.principal(), caller.organization());
        return lists.page(ListQuery.of(request, LIST), visible, this::forms);
    }

    private Sql visible(Principal reader, OrganizationContext context) {
        if (!rules.allows("list", reader, context.organization(), Set.of())) {
            throw ApiException.forbidden();
        }
        return switch (context.kind()) {
            case PERSONAL -> Sql.FALSE;
            case NOT_GIVEN -> reader.isAdmin() ? Sql.TRUE : Sql.of("m.user_id = ? AND m.is_active", reader.id());
            case ORGANIZATION -> {
                var all = Sql.of("m.organization_id = ?", context.organization());
                boolean inactive = rules.allows("view:inactive", reader, context.organization(), Set.of());
                yield inactive ? all : all.and(Sql.of("m.is_active"));
            }
        };
    }

    private List<MembershipForm> forms(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<?> rows = database.createNativeQuery(
                        "SELECT m.id, m.user_id, m.organization_id, m.is_active, m.joined_date, m.role, i.key"
                                + " FROM membership m LEFT JOIN invitation i ON i.membership_id = m.id"
                                + " WHERE m.id IN (:ids)",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        var people = users.find(column(rows, 1));
        var found = new HashMap<Long, MembershipForm>();
        for (var row : rows) {
            var form = form((Object[]) row, people);
            found.put(form.id(), form);
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static Set<Long> column(List<?> rows, int column) {
        return rows.stream()
                .map(row -> ((Number) ((Object[]) row)[column]).longValue())
                .collect(Collectors.toSet());
    }

    private MembershipForm form(Object[] row, Map<Long, User> people) {
        return new MembershipForm(
                ((Number) row[0]).longValue(),
                BasicUser.of(people.get(((Number) row[1]).longValue()), links),
                ((Number) row[2]).longValue(),
                (Boolean) row[3],
                (Instant) row[4],
                (String) row[5],
                (String) row[6]);
    }
}
