package io.limn.task.label;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Database;
import io.limn.task.database.NotUniqueException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;

/** Writes labels, in the transaction at hand. Changes of one owner wait for each other. */
@ApplicationScoped
public class LabelWriter {
    private final Database database;
    private final LabelCatalog catalog;
    private final AttributeWriter attributes;
    private final Event<LabelsRemoved> removed;
    private final Event<LabelsChanged> changed;

    LabelWriter(
            Database database,
            LabelCatalog catalog,
            AttributeWriter attributes,
            Event<LabelsRemoved> removed,
            Event<LabelsChanged> changed) {
        this.database = database;
        this.catalog = catalog;
        this.attributes = attributes;
        this.removed = removed;
        this.changed = changed;
    }

    /**
     * Adds labels to a new project or task; ids in the changes are ignored.
     *
     * @throws ApiException 400 when names repeat
     */
    public void create(LabelOwner owner, List<LabelChange> labels) {
        labels.forEach(label -> create(owner, null, label));
    }

    /**
     * Applies a list of changes, in order. Labels that it does not mention stay.
     *
     * @throws ApiException 404 when it names a label or attribute that is not there, 400 when names repeat
     */
    public void apply(LabelOwner owner, List<LabelChange> changes) {
        lock(owner);
        for (var change : changes) {
            if (change.id() == null) {
                create(owner, null, change);
            } else {
                var label = catalog.withParts(List.of(change.id())).stream()
                        .filter(candidate -> candidate.id() == change.id()
                                && candidate.owner().equals(owner))
                        .findFirst()
                        .orElseThrow(() ->
                                ApiException.detail(404, "Not found label with id #" + change.id() + " to change"));
                apply(label, change);
            }
        }
    }

    /** Makes other changes of the owner's labels wait until the transaction at hand ends. */
    void lock(LabelOwner owner) {
        database.exists(
                owner.projectId() == null
                        ? Sql.of("SELECT 1 FROM task WHERE id = ? FOR NO KEY UPDATE", owner.taskId())
                        : Sql.of("SELECT 1 FROM project WHERE id = ? FOR NO KEY UPDATE", owner.projectId()));
    }

    private void apply(Label label, LabelChange change) {
        if (change.deleted()) {
            delete(label);
            return;
        }
        var name = change.name() == null ? label.name() : change.name();
        boolean skeleton = Label.SKELETON.equals(change.type());
        var type = change.type() == null || skeleton != label.isSkeleton() ? label.type() : change.type();
        var color = isBlank(change.color()) ? LabelColors.choose(name, used(label)) : change.color();
        unique(() -> database.update(
                Sql.of("UPDATE label SET name = ?, type = ?, color = ? WHERE id = ?", name, type, color, label.id())));
        if (!change.attributes().isEmpty()) {
            attributes.apply(label, change.attributes());
            changed.fire(new LabelsChanged(List.of(label.id())));
        }
    }

    /** Removes a label with its parts and all annotations that use them. */
    void delete(Label label) {
        var ids = catalog.withParts(List.of(label.id())).stream().map(Label::id).toList();
        removed.fire(new LabelsRemoved(ids));
        database.update(Sql.of("DELETE FROM label WHERE id = ?", label.id()));
    }

    /** Removes all labels of an owner to which no annotations point any more. */
    public void forget(LabelOwner owner) {
        database.update(Sql.of("DELETE FROM label l WHERE ").append(owner.condition()));
    }

    private long create(LabelOwner owner, Long parent, LabelChange change) {
        if (change.name() == null) {
            throw notUnique();
        }
        var type = change.type() == null ? "any" : change.type();
        boolean skeleton = type.equals(Label.SKELETON);
        var color =
                isBlank(change.color()) ? LabelColors.choose(change.name(), used(owner, parent, 0)) : change.color();
        var ids = new ArrayList<Long>();
        unique(() -> ids.add(database.insert(Sql.of(
                "INSERT INTO label (project_id, task_id, parent_id, name, color, type, svg)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
                owner.projectId(),
                owner.taskId(),
                parent,
                change.name(),
                color,
                type,
                skeleton ? "" : null))));
        long id = ids.getFirst();
        attributes.create(id, change.attributes());
        if (skeleton) {
            draw(owner, id, change);
        }
        return id;
    }

    /** Adds the parts of a skeleton; its drawing, which names them, then has their ids. */
    private void draw(LabelOwner owner, long skeleton, LabelChange change) {
        var svg = change.svg() == null ? "" : change.svg();
        for (var part : change.sublabels()) {
            long id = create(owner, skeleton, part);
            svg = svg.replace("data-label-name=\"" + part.name() + "\"", "data-label-id=\"" + id + "\"");
        }
        database.update(Sql.of("UPDATE label SET svg = ? WHERE id = ?", svg, skeleton));
    }

    private List<String> used(Label label) {
        return used(label.owner(), label.parentId(), label.id());
    }

    private List<String> used(LabelOwner owner, Long parent, long except) {
        var siblings = Sql.of("SELECT l.color FROM label l WHERE l.id <> ? AND ", except)
                .append(owner.condition())
                .append(parent == null ? Sql.of(" AND l.parent_id IS NULL") : Sql.of(" AND l.parent_id = ?", parent));
        return database.list(siblings, row -> row.getString("color"));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isEmpty();
    }

    private static void unique(Runnable write) {
        try {
            write.run();
        } catch (NotUniqueException taken) {
            throw notUnique();
        }
    }

    private static ApiException notUnique() {
        return ApiException.rule("All label names must be unique");
    }
}
