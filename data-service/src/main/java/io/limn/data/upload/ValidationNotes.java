package io.limn.data.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.data.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Gathers what the steps of an upload say about validation frames: of single values the last holds, lists of file names
 * are united. What belongs to an upload that is never ended is forgotten after a week.
 */
@ApplicationScoped
class ValidationNotes {
    private final Database database;
    private final ObjectMapper json;

    ValidationNotes(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Notes what a step says, {@code null} for nothing. */
    @Transactional
    public void note(long task, ValidationParameters said) {
        if (said == null) {
            return;
        }
        database.update("DELETE FROM validation_note WHERE noted_at < now() - interval '7 days'");
        database.first("SELECT pg_advisory_xact_lock(hashtextextended('validation_note', ?))", row -> true, task);
        database.update("""
                INSERT INTO validation_note (task_id, parameters) VALUES (?, ?)
                ON CONFLICT (task_id) DO UPDATE SET parameters = excluded.parameters, noted_at = now()""", task, write(with(task, said)));
    }

    /** What all steps say together with the last, which may say nothing; {@code null} when none says anything. */
    ValidationParameters with(long task, ValidationParameters last) {
        var noted = database.first(
                        "SELECT parameters FROM validation_note WHERE task_id = ?", row -> row.getString(1), task)
                .map(this::read);
        return last == null ? noted.orElse(null) : noted.map(last::after).orElse(last);
    }

    /** Forgets what was noted, in the transaction that uses it. */
    void forget(long task) {
        database.update("DELETE FROM validation_note WHERE task_id = ?", task);
    }

    private String write(ValidationParameters parameters) {
        try {
            return json.writeValueAsString(parameters);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Parameters could not be written", impossible);
        }
    }

    private ValidationParameters read(String text) {
        try {
            return json.readValue(text, ValidationParameters.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Parameters could not be read", impossible);
        }
    }
}
