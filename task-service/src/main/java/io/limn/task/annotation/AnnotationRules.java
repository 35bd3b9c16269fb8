package io.limn.task.annotation;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Database;
import io.limn.task.label.LabelCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;

/** What a task demands of its annotations, and of those of its jobs. */
@ApplicationScoped
class AnnotationRules {
    private static final String HONEYPOTS = "gt_pool";

    private final LabelCatalog labels;
    private final Database database;

    AnnotationRules(LabelCatalog labels, Database database) {
        this.labels = labels;
        this.database = database;
    }

    /**
     * Annotations with values in the form in which they are kept.
     *
     * @throws ApiException 400 when a label or an attribute does not belong to the task, or it takes no tracks
     */
    LabeledData check(long task, LabeledData data) {
        if (!data.tracks().isEmpty() && hasHoneypots(task)) {
            throw ApiException.rule("Tracks are not supported when task validation mode is gt_pool");
        }
        return data.map(of(task)::check);
    }

    /**
     * Keeps the labels of annotations from being removed until the transaction at hand ends. It comes before the heads
     * of jobs are held, as it does where a label is removed.
     *
     * @throws ApiException 409 when one was removed in the meantime
     */
    void hold(LabeledData data) {
        var named = data.labels();
        if (named.isEmpty()) {
            return;
        }
        var held = database.list(
                Sql.of("SELECT id FROM label WHERE id = ANY(?) ORDER BY id FOR KEY SHARE", named),
                row -> row.getLong("id"));
        named.removeAll(held);
        if (!named.isEmpty()) {
            throw LabelsInForce.changed();
        }
    }

    private boolean hasHoneypots(long task) {
        return database.exists(Sql.of("SELECT 1 FROM task WHERE id = ? AND validation_mode = ?", task, HONEYPOTS));
    }

    /** The labels of a task. */
    LabelRules of(long task) {
        var rules = new HashMap<Long, List<LabelRules.Spec>>();
        labels.ofTask(task)
                .all()
                .forEach(label -> rules.put(
                        label.id(),
                        label.attributes().stream()
                                .map(spec -> new LabelRules.Spec(
                                        spec.id(),
                                        spec.mutable(),
                                        spec.inputType().equals("checkbox"),
                                        spec.defaultValue()))
                                .toList()));
        return new LabelRules(rules);
    }
}
