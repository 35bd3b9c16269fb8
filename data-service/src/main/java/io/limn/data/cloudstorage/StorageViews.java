package io.limn.data.cloudstorage;

import io.limn.common.api.ApiException;
import io.limn.common.api.Links;
import io.limn.common.api.query.ListSpec;
import io.limn.data.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;

/** Reads cloud storages as the API shows them. */
@ApplicationScoped
class StorageViews {
    static final ListSpec LIST = ListSpec.from("cloud_storage c LEFT JOIN storage_owner o ON o.id = c.owner_id")
            .id("c.id")
            .text("provider_type", "c.provider_type")
            .text("name", "c.display_name")
            .text("resource", "c.resource")
            .choice("credentials_type", "c.credentials_type", CredentialsType.NAMES)
            .text("owner", "o.username")
            .text("description", "c.description")
            .search("provider_type", "name", "resource", "credentials_type", "owner", "description")
            .simple("provider_type", "name", "resource", "credentials_type", "owner")
            .order("-id");

    private static final String VIEW = """
            SELECT c.id, c.provider_type, c.resource, c.display_name, c.credentials_type, c.specific_attributes,
                c.description, c.manifests, c.organization_id, c.created_at, c.updated_at,
                c.owner_id, o.username, o.first_name, o.last_name
            FROM cloud_storage c LEFT JOIN storage_owner o ON o.id = c.owner_id WHERE c.id = ANY (?)""";

    private final Database database;
    private final Links links;

    StorageViews(Database database, Links links) {
        this.database = database;
        this.links = links;
    }

    /** Storages by their ids, in the order of these. */
    List<StorageView> of(List<Long> ids) {
        var found = new HashMap<Long, StorageView>();
        database.list(VIEW, this::read, (Object) ids.toArray(Long[]::new)).forEach(view -> found.put(view.id(), view));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /**
     * One storage.
     *
     * @throws ApiException 404
     */
    StorageView of(long id) {
        return of(List.of(id)).stream().findFirst().orElseThrow(() -> ApiException.notFound("CloudStorage"));
    }

    private StorageView read(ResultSet row) throws SQLException {
        return new StorageView(
                row.getLong("id"),
                owner(row),
                List.of((String[]) row.getArray("manifests").getArray()),
                Database.time(row, "created_at"),
                Database.time(row, "updated_at"),
                row.getString("provider_type"),
                row.getString("resource"),
                row.getString("display_name"),
                row.getString("credentials_type"),
                row.getString("specific_attributes"),
                row.getString("description"),
                Database.number(row, "organization_id"));
    }

    private StorageView.Owner owner(ResultSet row) throws SQLException {
        var id = Database.number(row, "owner_id");
        return id == null || row.getString("username") == null
                ? null
                : new StorageView.Owner(
                        links.user(id),
                        id,
                        row.getString("username"),
                        row.getString("first_name"),
                        row.getString("last_name"));
    }
}
