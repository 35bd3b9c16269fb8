package io.limn.task.project;

import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import io.limn.common.api.conditional.Precondition;
import io.limn.common.api.query.Sql;
import io.limn.task.access.Announcements;
import io.limn.task.access.Touch;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import io.limn.task.label.LabelOwner;
import io.limn.task.label.LabelWriter;
import io.limn.task.storage.Storages;
import io.limn.task.trash.Trash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/** Writes projects. */
@ApplicationScoped
class ProjectStore {
    private final Database database;
    private final LabelWriter labels;
    private final Storages storages;
    private final Touch touch;
    private final Announcements announcements;
    private final Trash trash;
    private final Precondition precondition;
    private final ProjectViews views;

    ProjectStore(
            Database database,
            LabelWriter labels,
            Storages storages,
            Touch touch,
            Announcements announcements,
            Trash trash,
            Precondition precondition,
            ProjectViews views) {
        this.database = database;
        this.labels = labels;
        this.storages = storages;
        this.touch = touch;
        this.announcements = announcements;
        this.trash = trash;
        this.precondition = precondition;
        this.views = views;
    }

    private record Row(String name, String bugTracker, Long ownerId, Long assigneeId, Long sourceId, Long targetId) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("name"),
                    row.getString("bug_tracker"),
                    Columns.id(row, "owner_id"),
                    Columns.id(row, "assignee_id"),
                    Columns.id(row, "source_storage_id"),
                    Columns.id(row, "target_storage_id"));
        }
    }

    @Transactional
    public long create(ProjectDraft draft) {
        var now = Timestamps.now();
        long id = database.insert(Sql.of(
                "INSERT INTO project (name, owner_id, assignee_id, assignee_updated_at, bug_tracker, organization_id,"
                        + " source_storage_id, target_storage_id, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                draft.name(),
                draft.ownerId(),
                draft.assigneeId(),
                draft.assigneeId() == null ? null : now,
                draft.bugTracker(),
                draft.organizationId(),
                storages.save(null, draft.source()),
                storages.save(null, draft.target()),
                now));
        database.update(Sql.of("INSERT INTO project_touch (project_id, updated_at) VALUES (?, ?)", id, now));
        labels.create(LabelOwner.project(id), draft.labels());
        announcements.project("created", id, null, views.of(id));
        return id;
    }

    @Transactional
    public void update(long id, ProjectChange change) {
        var before = database.one(Sql.of("SELECT * FROM project WHERE id = ? FOR NO KEY UPDATE", id), Row::read)
                .orElseThrow();
        precondition.require(() -> views.of(id));
        var seen = views.of(id);
        var after = new Row(
                change.name() == null ? before.name() : change.name(),
                change.bugTracker() == null ? before.bugTracker() : change.bugTracker(),
                change.owner() ? change.ownerId() : before.ownerId(),
                change.assignee() ? change.assigneeId() : before.assigneeId(),
                storages.save(before.sourceId(), change.source()),
                storages.save(before.targetId(), change.target()));
        boolean stored = change.source() != null || change.target() != null;
        boolean relabelled = !change.labels().isEmpty();
        if (!after.equals(before) || stored) {
            write(id, before, after);
        }
        if (relabelled) {
            labels.apply(LabelOwner.project(id), change.labels());
            touch.labelsOfProject(id);
        } else if (!after.equals(before) || stored) {
            touch.project(id);
        } else {
            return;
        }
        announcements.project("updated", id, seen, views.of(id));
    }

    private void write(long id, Row before, Row after) {
        boolean reassigned = !Objects.equals(before.assigneeId(), after.assigneeId());
        database.update(Sql.of(
                "UPDATE project SET name = ?, bug_tracker = ?, owner_id = ?, assignee_id = ?,"
                        + " assignee_updated_at = CASE WHEN ? THEN ? ELSE assignee_updated_at END,"
                        + " source_storage_id = ?, target_storage_id = ? WHERE id = ?",
                after.name(),
                after.bugTracker(),
                after.ownerId(),
                after.assigneeId(),
                reassigned,
                Timestamps.now(),
                after.sourceId(),
                after.targetId(),
                id));
    }

    @Transactional
    public void delete(long id, long user) {
        var present = Sql.of("SELECT 1 FROM project WHERE id = ? AND deleted_at IS NULL FOR NO KEY UPDATE", id);
        if (!database.exists(present)) {
            throw ApiException.notFound("Project");
        }
        precondition.require(() -> views.of(id));
        announcements.project("deleted", id, views.of(id), null);
        trash.project(id, user);
    }
}
