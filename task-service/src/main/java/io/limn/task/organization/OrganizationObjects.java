package io.limn.task.organization;

import io.limn.common.api.query.Sql;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What belongs to organizations here: projects and tasks, also those that are deleted and may be restored. */
@ApplicationScoped
class OrganizationObjects {
    private final Database database;

    OrganizationObjects(Database database) {
        this.database = database;
    }

    /** How many objects belong to an organization. */
    long count(long organization) {
        return database.one(
                        Sql.of(
                                "SELECT (SELECT count(*) FROM project WHERE organization_id = ?)"
                                        + " + (SELECT count(*) FROM task WHERE organization_id = ?)",
                                organization,
                                organization),
                        row -> row.getLong(1))
                .orElse(0L);
    }

    /** What belonged to an organization becomes its owners' own. */
    @Transactional
    void release(long organization) {
        database.update(Sql.of("UPDATE project SET organization_id = NULL WHERE organization_id = ?", organization));
        database.update(Sql.of("UPDATE task SET organization_id = NULL WHERE organization_id = ?", organization));
    }
}
