package io.limn.data.organization;

import io.limn.data.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** What belongs to organizations here: background requests and cloud storages. */
@ApplicationScoped
class OrganizationObjects {
    private final Database database;

    OrganizationObjects(Database database) {
        this.database = database;
    }

    /** How many objects belong to an organization. */
    long count(long organization) {
        return database.list(
                        "SELECT (SELECT count(*) FROM request WHERE organization_id = ?)"
                                + " + (SELECT count(*) FROM cloud_storage WHERE organization_id = ?)",
                        row -> row.getLong(1),
                        organization,
                        organization)
                .getFirst();
    }

    /** What belonged to an organization belongs to none. */
    void release(long organization) {
        database.update(
                "UPDATE request SET organization_id = NULL, organization_slug = NULL WHERE organization_id = ?",
                organization);
        database.update(
                "UPDATE cloud_storage SET organization_id = NULL, revision = revision + 1 WHERE organization_id = ?",
                organization);
    }
}
