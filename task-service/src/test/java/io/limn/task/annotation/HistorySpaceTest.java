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
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistorySpaceTest extends ApiTest {
    private static final int SHAPES = 10_000;
    private static final int SAVES = 100;

    @Inject
    DataSource database;

    @Test
    void smallSavesCostTheSpaceOfWhatTheyChange() throws SQLException {
        var drawing = new Drawing(database, 1);
        List<Integer> ids = drawing.put(Map.of(
                        "shapes",
                        IntStream.range(0, SHAPES)
                                .mapToObj(i -> drawing.box(i % 5, i))
                                .toList()))
                .extract()
                .path("shapes.id");
        for (int save = 0; save < SAVES; save++) {
            drawing.patch("update", shapes(withId(ids.get(save * 7), drawing.box(save % 5, save))));
        }

        long past = size(drawing, "annotation_past") + size(drawing, "annotation_revision");
        assertThat(past).isPositive().isLessThan(size(drawing, "annotation"));
    }

    private static long size(Drawing drawing, String table) throws SQLException {
        return drawing.number(
                "SELECT coalesce(sum(pg_column_size(t.*)), 0) FROM " + table + " t WHERE job_id = " + drawing.job());
    }
}
