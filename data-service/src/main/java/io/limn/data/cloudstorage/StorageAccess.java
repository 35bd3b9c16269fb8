package io.limn.data.cloudstorage;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Who may do what with cloud storages. */
@ApplicationScoped
class StorageAccess {
    private static final DecisionTable TABLE = DecisionTable.load("permissions/cloudstorages.csv");
    private static final String OWNER = "owner";
    private static final Visibility VISIBILITY = new Visibility(
            TABLE,
            "view",
            "c.id",
            "c.organization_id",
            Map.of(OWNER, user -> Sql.of("SELECT id FROM cloud_storage WHERE owner_id = ?", user)));

    private final StorageStore store;
    private final Caller caller;

    StorageAccess(StorageStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    /**
     * Refuses what the caller may not do with a storage.
     *
     * @throws ApiException 404 when there is none, 403 when he may not
     */
    void require(long id, String scope) {
        var storage = store.scope(id).orElseThrow(() -> ApiException.notFound("CloudStorage"));
        if (!allows(storage, scope)) {
            throw ApiException.forbidden();
        }
    }

    /**
     * The same with the refusal of what shows the content of a storage.
     *
     * @throws ApiException 404 when there is none, 403 when he may not
     */
    void requireInside(long id, String scope) {
        var storage = store.scope(id).orElseThrow(() -> ApiException.notFound("CloudStorage"));
        if (!allows(storage, scope)) {
            throw ApiException.of(403, "You do not have permission to perform this action.");
        }
    }

    /**
     * Whether the caller may see a storage that something else names by its id.
     *
     * @throws ApiException 400 when there is none
     */
    boolean sees(long id) {
        var storage =
                store.scope(id).orElseThrow(() -> ApiException.rule("CloudStorage matching query does not exist."));
        return allows(storage, "view");
    }

    private boolean allows(StorageScope storage, String scope) {
        var principal = caller.principal();
        boolean own = storage.owner() != null && storage.owner() == principal.id();
        return TABLE.allows(scope, principal, storage.organization(), own ? Set.of(OWNER) : Set.of());
    }

    /**
     * The organization in which the caller creates a storage, {@code null} for a personal one.
     *
     * @throws ApiException 403 when he may not
     */
    Long requireCreate() {
        return requireIn("create");
    }

    private Long requireIn(String scope) {
        var organization = caller.organization().organization();
        if (!TABLE.allows(scope, caller.principal(), organization, Set.of())) {
            throw ApiException.forbidden();
        }
        return organization;
    }

    /**
     * The condition on {@code cloud_storage c} for lists.
     *
     * @throws ApiException 403 when the caller is no member of the organization that he names
     */
    Sql visible() {
        requireIn("list");
        return VISIBILITY.condition(caller.principal(), caller.organization());
    }
}
