package io.limn.auth.accesstoken;

import io.limn.auth.user.BasicUser;
import io.limn.auth.user.Users;
import io.limn.common.api.Links;
import io.limn.common.api.Page;
import io.limn.common.api.Timestamps;
import io.limn.common.api.query.Field;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Lists;
import io.limn.common.api.query.Sql;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The list of one's own tokens, of those that can be used; nobody sees a list of another's. */
@ApplicationScoped
class AccessTokenList {
    private static final ListSpec LIST = ListSpec.from("access_token t")
            .id("t.id")
            .text("name", "t.name")
            .field("created_date", "t.created_date", Field.Type.TIMESTAMP)
            .field("updated_date", "t.updated_date", Field.Type.TIMESTAMP)
            .field("expiry_date", "t.expiry_date", Field.Type.TIMESTAMP)
            .field("last_used_date", "t.last_used_date", Field.Type.TIMESTAMP)
            .field("read_only", "t.read_only", Field.Type.BOOLEAN)
            .search("name")
            .simple("name");

    private final EntityManager database;
    private final AccessTokenConfig config;
    private final Lists lists;
    private final Links links;
    private final Users users;

    AccessTokenList(EntityManager database, AccessTokenConfig config, Lists lists, Links links, Users users) {
        this.database = database;
        this.config = config;
        this.lists = lists;
        this.links = links;
        this.users = users;
    }

    /** One page of a user's tokens. */
    Page<AccessTokenView> page(HttpServerRequest request, long owner) {
        return lists.page(ListQuery.of(request, LIST), usable(owner), this::views);
    }

    private Sql usable(long owner) {
        var now = Timestamps.now().atOffset(ZoneOffset.UTC);
        return Sql.of(
                "t.owner_id = ? AND NOT t.revoked AND (t.expiry_date IS NULL OR t.expiry_date >= ?)"
                        + " AND COALESCE(t.last_used_date, t.created_date) >= ?",
                owner,
                now,
                now.minus(config.stale()));
    }

    private List<AccessTokenView> views(List<Long> ids) {
        var found = database.createQuery("SELECT t FROM AccessToken t WHERE t.id IN (:ids)", AccessToken.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(AccessToken::id, Function.identity()));
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(this::view)
                .toList();
    }

    /** A token as its owner sees it. */
    AccessTokenView view(AccessToken token) {
        var owner = users.find(token.ownerId())
                .map(user -> BasicUser.of(user, links))
                .orElse(null);
        return AccessTokenView.of(token, owner);
    }
}
