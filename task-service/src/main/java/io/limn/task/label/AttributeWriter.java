package io.limn.task.label;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Database;
import io.limn.task.database.NotUniqueException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Writes attributes of labels, in the transaction at hand. Attributes are never removed. */
@ApplicationScoped
class AttributeWriter {
    private final Database database;

    AttributeWriter(Database database) {
        this.database = database;
    }

    /** Adds attributes to a new label. */
    void create(long label, List<AttributeChange> attributes) {
        attributes.forEach(attribute -> insert(label, attribute));
    }

    /** Changes those that have an id or the name of one that is there, adds the others. */
    void apply(Label label, List<AttributeChange> changes) {
        for (var change : changes) {
            var known = known(label, change);
            if (known.isPresent()) {
                update(known.get(), change);
            } else if (change.id() != null) {
                throw ApiException.detail(404, "Attribute with id #" + change.id() + " does not exist");
            } else {
                insert(label.id(), change);
            }
        }
    }

    private static Optional<LabelAttribute> known(Label label, AttributeChange change) {
        return label.attributes().stream()
                .filter(known -> change.id() == null ? known.name().equals(change.name()) : known.id() == change.id())
                .findFirst();
    }

    private void insert(long label, AttributeChange change) {
        unique(
                change.name(),
                Sql.of(
                        "INSERT INTO label_attribute (label_id, name, mutable, input_type, default_value, choices)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        label,
                        text(change.name()),
                        Boolean.TRUE.equals(change.mutable()),
                        // An attribute that a change adds may lack it; clients know no empty one.
                        change.inputType() == null ? "text" : change.inputType(),
                        text(change.defaultValue()),
                        change.values() == null ? "" : String.join("\n", change.values())));
    }

    private void update(LabelAttribute known, AttributeChange change) {
        var name = change.name() == null ? known.name() : change.name();
        var values = change.values() == null ? known.values() : change.values();
        unique(
                name,
                Sql.of(
                        "UPDATE label_attribute SET name = ?, mutable = ?, input_type = ?, default_value = ?, choices = ?"
                                + " WHERE id = ?",
                        name,
                        change.mutable() == null ? known.mutable() : change.mutable(),
                        change.inputType() == null ? known.inputType() : change.inputType(),
                        change.defaultValue() == null ? known.defaultValue() : change.defaultValue(),
                        String.join("\n", values),
                        known.id()));
    }

    private void unique(String name, Sql statement) {
        try {
            database.update(statement);
        } catch (NotUniqueException taken) {
            throw ApiException.rule("Duplicate attribute with name '" + name + "' exists");
        }
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
