package io.limn.task.guide;

import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import io.limn.common.api.conditional.Precondition;
import io.limn.common.api.query.Sql;
import io.limn.common.event.Outbox;
import io.limn.task.access.Touch;
import io.limn.task.database.Database;
import io.limn.task.database.NotUniqueException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Writes guides; what they are about changes with them. */
@ApplicationScoped
class GuideStore {
    private final Database database;
    private final AssetStore assets;
    private final Touch touch;
    private final Outbox outbox;
    private final Precondition precondition;
    private final GuideViews views;

    GuideStore(
            Database database,
            AssetStore assets,
            Touch touch,
            Outbox outbox,
            Precondition precondition,
            GuideViews views) {
        this.database = database;
        this.assets = assets;
        this.touch = touch;
        this.outbox = outbox;
        this.precondition = precondition;
        this.views = views;
    }

    /**
     * Writes a new guide.
     *
     * @param added assets that become its own
     * @return its id
     * @throws ApiException 400 when there is one already
     */
    @Transactional
    public long create(Target target, String markdown, Collection<UUID> added) {
        var now = Timestamps.now();
        try {
            long id = database.insert(Sql.of(
                    "INSERT INTO annotation_guide (project_id, task_id, markdown, created_at, updated_at)"
                            + " VALUES (?, ?, ?, ?, ?) RETURNING id",
                    target.projectId(),
                    target.taskId(),
                    markdown,
                    now,
                    now));
            added.forEach(asset -> assets.link(asset, id));
            touch(target);
            return id;
        } catch (NotUniqueException second) {
            throw ApiException.rule(
                    "The " + (target.projectId() == null ? "task" : "project") + " already has an annotation guide");
        }
    }

    /**
     * Changes the text of a guide, {@code null} leaves it. Assets that the text no longer shows are removed.
     *
     * @param added assets that become its own
     */
    @Transactional
    public void update(Guide guide, String markdown, Collection<UUID> added) {
        lock(guide);
        database.update(Sql.of(
                "UPDATE annotation_guide SET markdown = COALESCE(?, markdown), updated_at = ? WHERE id = ?",
                markdown,
                Timestamps.now(),
                guide.id()));
        if (markdown != null) {
            added.forEach(asset -> assets.link(asset, guide.id()));
            var shown = AssetLinks.in(markdown);
            assets.drop(assets.of(guide.id()).stream()
                    .filter(asset -> !shown.contains(asset))
                    .toList());
        }
        touch(guide.target());
    }

    /** Removes a guide with its assets. */
    @Transactional
    public void delete(Guide guide) {
        lock(guide);
        assets.drop(assets.of(guide.id()));
        database.update(Sql.of("DELETE FROM annotation_guide WHERE id = ?", guide.id()));
        touch(guide.target());
    }

    private void lock(Guide guide) {
        if (!database.exists(Sql.of("SELECT 1 FROM annotation_guide WHERE id = ? FOR UPDATE", guide.id()))) {
            throw ApiException.notFound("AnnotationGuide");
        }
        precondition.require(() -> views.of(guide.id()));
    }

    private void touch(Target target) {
        if (target.projectId() == null) {
            long task = target.taskId();
            touch.taskAlone(task);
            outbox.add("limn.task", String.valueOf(task), "task.updated", Map.of("task_id", task));
        } else {
            long project = target.projectId();
            touch.project(project);
            outbox.add("limn.task", "project-" + project, "project.updated", Map.of("project_id", project));
        }
    }
}
