package io.limn.data.organization;

import io.limn.data.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** What belongs to organizations here: background requests. */
@ApplicationScoped
class OrganizationObjects {
    private final Database database;

    OrganizationObjects(Database database) {
        this.database = database;
    }

    /** How many objects belong to an organization. */
    long count(long organization) {
        return database.list(
                        "SELECT count(*) FROM request WHERE organization_id = ?", row -> row.getLong(1), organization)
                .getFirst();
    }

    /** What belonged to an organization belongs to none. */
    void release(long organization) {
        database.update(
                "UPDATE request SET organization_id = NULL, organization_slug = NULL WHERE organization_id = ?",
                organization);
    }
}
