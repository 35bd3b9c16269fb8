package io.limn.task.trash;

import io.limn.common.api.ApiException;
import io.limn.common.api.Links;
import io.limn.common.api.query.Field;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.Visibility;
import io.limn.task.access.Contexts;
import io.limn.task.access.Held;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import io.limn.task.people.PersonColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is in the trash, and who may take it out. Tasks that were deleted with their project are no entries of their own;
 * those that were in the trash before it are, once it is restored.
 */
@ApplicationScoped
class TrashEntries {
    private static final String ROWS = """
            (SELECT t.id * 2 AS entry, 'task' AS kind, t.id, t.name, t.project_id, t.organization_id, t.owner_id,
                    t.deleted_by, t.deleted_at, t.purge_at, p.owner_id AS project_owner_id,
                    p.assignee_id AS project_assignee_id
             FROM task t LEFT JOIN project p ON p.id = t.project_id
             WHERE t.deleted_at IS NOT NULL AND t.purge_at > now() AND p.deleted_at IS NULL
             UNION ALL
             SELECT p.id * 2 + 1, 'project', p.id, p.name, NULL, p.organization_id, p.owner_id,
                    p.deleted_by, p.deleted_at, p.purge_at, NULL, NULL
             FROM project p
             WHERE p.deleted_at IS NOT NULL AND p.purge_at > now()) x""";
    private static final String PEOPLE =
            " LEFT JOIN person o ON o.id = x.owner_id LEFT JOIN person d ON d.id = x.deleted_by";

    static final ListSpec LIST = ListSpec.from(ROWS + PEOPLE)
            .id("x.entry")
            .field("id", "x.id", Field.Type.INTEGER)
            .choice("kind", "x.kind", Set.of("project", "task"))
            .text("name", "x.name")
            .text("owner", "o.username")
            .field("project_id", "x.project_id", Field.Type.INTEGER)
            .field("deleted_date", "x.deleted_at", Field.Type.TIMESTAMP)
            .field("purge_date", "x.purge_at", Field.Type.TIMESTAMP)
            .search("name", "owner")
            .simple("kind", "name", "owner", "project_id")
            .order("-deleted_date");

    private static final String VIEW = "SELECT x.*, " + PersonColumns.of("o") + ", " + PersonColumns.of("d") + " FROM "
            + ROWS + PEOPLE + " WHERE x.entry = ANY (?)";

    private static final DecisionTable TABLE = DecisionTable.load("permissions/trash.csv");
    private static final String IN_PROJECT =
            "SELECT t1.id * 2 FROM project p1 JOIN task t1 ON t1.project_id = p1.id WHERE t1.deleted_at IS NOT NULL AND ";
    private static final Visibility VISIBILITY = new Visibility(
            TABLE,
            "view",
            "x.entry",
            "x.organization_id",
            Map.of(
                    "owner",
                    user -> Sql.of(
                            "SELECT id * 2 FROM task WHERE deleted_at IS NOT NULL AND owner_id = ?"
                                    + " UNION SELECT id * 2 + 1 FROM project WHERE deleted_at IS NOT NULL AND owner_id = ?",
                            user,
                            user),
                    "project:owner",
                    user -> Sql.of(IN_PROJECT + "p1.owner_id = ?", user),
                    "project:assignee",
                    user -> Sql.of(IN_PROJECT + "p1.assignee_id = ?", user)));

    private final Database database;
    private final Links links;
    private final Caller caller;

    TrashEntries(Database database, Links links, Caller caller) {
        this.database = database;
        this.links = links;
        this.caller = caller;
    }

    private record Found(TrashEntry entry, Long ownerId, Long projectOwnerId, Long projectAssigneeId) {}

    /**
     * The condition for lists.
     *
     * @throws ApiException 403 when the caller is no member of the organization that he names
     */
    Sql visible() {
        return Contexts.visible(caller, TABLE, VISIBILITY);
    }

    /** Entries by their numbers, in the order of these. */
    List<TrashEntry> of(List<Long> entries) {
        var found = new HashMap<Long, TrashEntry>();
        database.list(Sql.of(VIEW, entries), row -> found.put(row.getLong("entry"), entry(row)));
        return entries.stream().filter(found::containsKey).map(found::get).toList();
    }

    /**
     * An entry that the caller may use.
     *
     * @throws ApiException 404 when there is none, 403 when he may not
     */
    TrashEntry require(TrashKind kind, long id, String scope) {
        var found = database.one(
                        Sql.of(VIEW, List.of(kind.entry(id))),
                        row -> new Found(
                                entry(row),
                                Columns.id(row, "owner_id"),
                                Columns.id(row, "project_owner_id"),
                                Columns.id(row, "project_assignee_id")))
                .orElseThrow(() -> ApiException.notFound(kind.model()));
        var principal = caller.principal();
        var held = Held.by(principal.id())
                .as("owner", found.ownerId())
                .as("project:owner", found.projectOwnerId())
                .as("project:assignee", found.projectAssigneeId());
        if (!TABLE.allows(scope, principal, found.entry().organizationId(), held.relations())) {
            throw ApiException.forbidden();
        }
        return found.entry();
    }

    private TrashEntry entry(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        long id = row.getLong("id");
        return new TrashEntry(
                kind,
                id,
                links.to("/api/" + kind + "s/" + id),
                row.getString("name"),
                Columns.id(row, "project_id"),
                Columns.id(row, "organization_id"),
                PersonColumns.read(row, "o", links),
                PersonColumns.read(row, "d", links),
                Columns.instant(row, "deleted_at"),
                Columns.instant(row, "purge_at"));
    }
}
