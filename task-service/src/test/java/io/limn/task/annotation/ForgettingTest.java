package io.limn.task.annotation;

import static io.limn.task.annotation.Drawing.ALICE;
import static io.limn.task.annotation.Drawing.as;
import static io.limn.task.annotation.Drawing.shapes;
import static io.limn.task.annotation.Drawing.withId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.limn.common.work.WorkQueue;
import io.limn.task.ApiTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgettingTest extends ApiTest {
    @Inject
    DataSource database;

    @Inject
    WorkQueue work;

    @Test
    void oldRevisionsAreForgottenAndTheRestStaysReadable() throws SQLException {
        var drawing = new Drawing(database, 1);
        int id = drawing.put(shapes(drawing.box(0, 1), drawing.box(1, 1)))
                .extract()
                .path("shapes[0].id");
        drawing.patch("update", shapes(withId(id, drawing.box(2, 1))));
        var second = drawing.read().extract().asString();
        drawing.patch("update", shapes(withId(id, drawing.box(3, 1))));
        drawing.execute("UPDATE annotation_revision SET saved_at = now() - interval '200 days' WHERE revision <= 2"
                + " AND job_id = " + drawing.job());

        QuarkusTransaction.requiringNew()
                .run(() ->
                        work.submit("annotation.forgetting", UUID.randomUUID().toString(), Map.of()));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> drawing.number("SELECT oldest FROM annotation_head WHERE job_id = " + drawing.job()) == 2);
        as(ALICE).get(drawing.path() + "/revisions").then().body("results.number", contains(3, 2));
        drawing.revision(1).statusCode(404);
        drawing.restore(1).statusCode(404);
        assertThat(drawing.revision(2).statusCode(200).extract().asString()).isEqualTo(second);
        assertThat(drawing.number("SELECT count(*) FROM annotation_past WHERE job_id = " + drawing.job()))
                .isEqualTo(1);
        drawing.restore(2).statusCode(200).body("revisions", hasSize(1));
        assertThat(drawing.read().extract().asString()).isEqualTo(second);
    }
}
