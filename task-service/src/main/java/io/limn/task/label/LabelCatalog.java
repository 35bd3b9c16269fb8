package io.limn.task.label;

import io.limn.common.api.query.Sql;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads labels. */
@ApplicationScoped
public class LabelCatalog {
    private static final String LABELS =
            "SELECT l.id, l.project_id, l.task_id, l.parent_id, l.name, l.color, l.type, l.svg FROM label l WHERE ";

    private final Database database;

    LabelCatalog(Database database) {
        this.database = database;
    }

    /** The labels that hold in a task: those of its project when it has one, else its own. */
    public TaskLabels ofTask(long taskId) {
        var owner = ownerFor(taskId);
        return new TaskLabels(owner, of(owner));
    }

    /** Whose labels hold in a task. */
    public LabelOwner ownerFor(long taskId) {
        return database.one(
                        Sql.of("SELECT project_id FROM task WHERE id = ? AND project_id IS NOT NULL", taskId),
                        row -> LabelOwner.project(row.getLong("project_id")))
                .orElseGet(() -> LabelOwner.task(taskId));
    }

    /** All labels and parts of one owner, by id. */
    public List<Label> of(LabelOwner owner) {
        return read(owner.condition());
    }

    /** Labels by their ids, and the parts of those that are skeletons. */
    List<Label> withParts(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : read(Sql.of("(l.id = ANY (?) OR l.parent_id = ANY (?))", ids, ids));
    }

    private List<Label> read(Sql condition) {
        var where = Sql.of(LABELS).append(condition).append(Sql.of(" ORDER BY l.id"));
        var attributes = new HashMap<Long, List<LabelAttribute>>();
        var labels = database.list(where, row -> label(row, attributes));
        if (!labels.isEmpty()) {
            readAttributes(attributes);
        }
        return labels;
    }

    private static Label label(ResultSet row, Map<Long, List<LabelAttribute>> attributes) throws SQLException {
        var own = new ArrayList<LabelAttribute>();
        attributes.put(row.getLong("id"), own);
        return new Label(
                row.getLong("id"),
                new LabelOwner(Columns.id(row, "project_id"), Columns.id(row, "task_id")),
                Columns.id(row, "parent_id"),
                row.getString("name"),
                row.getString("color"),
                row.getString("type"),
                row.getString("svg"),
                own);
    }

    private void readAttributes(Map<Long, List<LabelAttribute>> byLabel) {
        var query = Sql.of(
                "SELECT id, label_id, name, mutable, input_type, default_value, choices FROM label_attribute"
                        + " WHERE label_id = ANY (?) ORDER BY id",
                List.copyOf(byLabel.keySet()));
        database.list(query, row -> byLabel.get(row.getLong("label_id"))
                .add(new LabelAttribute(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getBoolean("mutable"),
                        row.getString("input_type"),
                        row.getString("default_value"),
                        List.of(row.getString("choices").split("\n", -1)))));
    }
}
