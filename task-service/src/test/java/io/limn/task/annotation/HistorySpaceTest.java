package io.limn.task.annotation;

import static io.limn.task.annotation.Drawing.shapes;
import static io.limn.task.annotation.Drawing.withId;
import static org.assertj.core.api.Assertions.assertThat;

import io.limn.task.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistorySpaceTest extends ApiTest {

    private static final String ON_DISK = "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c"
            + " WHERE c.relkind = 'r' AND c.relname LIKE 'annotation%' AND c.relname <> 'annotation_snapshot'";

    @Inject
    DataSource database;

    @Test
    void smallSavesCostTheSpaceOfWhatTheyChange() throws SQLException {
        var drawing = new Drawing(database, 1);
        fill(drawing, 10_000);
        change(drawing, 100);

        long past = size(drawing, "annotation_past") + size(drawing, "annotation_revision");
        assertThat(past).isPositive().isLessThan(size(drawing, "annotation"));
    }

    /** What PostgreSQL takes on disk counts here, with indexes and versions that are not swept up yet. */
    @Test
    @Tag("soak")
    void aThousandSmallSavesOnAHundredThousandShapesCostLessThanTheirSpaceAgain() throws SQLException {
        var drawing = new Drawing(database, 1);
        long before = drawing.number(ON_DISK);
        fill(drawing, 100_000);
        long shapes = drawing.number(ON_DISK) - before;
        change(drawing, 1000);
        long all = drawing.number(ON_DISK) - before;

        System.err.printf("100,000 shapes: %d KB on disk, after 1,000 saves %d KB%n", shapes >> 10, all >> 10);
        assertThat(all).isLessThan(2 * shapes);
    }

    private void fill(Drawing drawing, int count) {
        drawing.put(Map.of(
                "shapes",
                IntStream.range(0, count).mapToObj(i -> drawing.box(i % 5, i)).toList()));
    }

    private void change(Drawing drawing, int saves) {
        List<Integer> ids = drawing.read().extract().path("shapes.id");
        for (int save = 0; save < saves; save++) {
            drawing.patch("update", shapes(withId(ids.get(save * 7), drawing.box(save % 5, save))));
        }
    }

    private static long size(Drawing drawing, String table) throws SQLException {
        return drawing.number(
                "SELECT coalesce(sum(pg_column_size(t.*)), 0) FROM " + table + " t WHERE job_id = " + drawing.job());
    }
}
