package io.limn.task.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.task.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What deleting a label asks for is found by indexes, however many annotations there are. */
@QuarkusTest
class LabelPlansTest extends ApiTest {
    private static final int ROWS = 100_000;

    @Inject
    DataSource database;

    @Test
    void noPartOfALabelDeletionScansATable() throws SQLException {
        var drawing = new Drawing(database, 1);
        // Tasks and labels of nobody fill all parts of the table.
        drawing.execute("INSERT INTO annotation (task_id, job_id, id, kind, frame, label_id, source)"
                + " SELECT -1 - n % 500, -1 - n % 500, -n, 1, 0, -1 - n % 500, 'manual' FROM generate_series(1, " + ROWS
                + ") n");
        drawing.execute("ANALYZE annotation");
        try {
            assertIndexed("SELECT DISTINCT task_id, job_id FROM annotation WHERE label_id = ANY ('{-7,-8}')");
            assertIndexed("DELETE FROM annotation WHERE task_id = -7 AND job_id = -7 AND label_id = ANY ('{-7}')");
            assertIndexed("SELECT count(*) FROM annotation WHERE task_id = -7 AND job_id = -7");
            assertIndexed("SELECT DISTINCT task_id, job_id FROM annotation WHERE task_id = -7 AND frame = ANY ('{0}')");
        } finally {
            drawing.execute("DELETE FROM annotation WHERE task_id < 0");
        }
    }

    private void assertIndexed(String sql) throws SQLException {
        var plan = new StringBuilder();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("EXPLAIN " + sql)) {
            while (row.next()) {
                plan.append(row.getString(1)).append('\n');
            }
        }
        assertThat(plan).asString().contains("Index").doesNotContain("Seq Scan");
    }
}
