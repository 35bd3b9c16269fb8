package io.limn.task.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.task.ApiTest;
import io.limn.task.job.JobAccess;
import io.limn.task.job.JobScope;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random saves, one after the other, beside a map that does the same. */
@QuarkusTest
class RandomSavesTest extends ApiTest {
    private static final int USER = 11;
    private static final int STEPS = 12;

    @Inject
    DataSource database;

    @Inject
    JobAnnotations annotations;

    @Inject
    JobAccess access;

    private Drawing drawing;
    private JobScope job;

    @Test
    @ActivateRequestContext
    void whatIsStoredIsWhatTheModelHolds() throws SQLException, IOException {
        run(15);
    }

    @Test
    @Tag("soak")
    @ActivateRequestContext
    void whatIsStoredIsWhatTheModelHoldsAThousandTimes() throws SQLException, IOException {
        run(1000);
    }

    private void run(int sequences) throws SQLException, IOException {
        drawing = new Drawing(database, 1);
        job = access.find(drawing.job()).orElseThrow();
        for (int seed = 0; seed < sequences; seed++) {
            sequence(new Random(seed));
        }
    }

    /** The model: where each object is drawn, by its id. */
    private void sequence(Random random) throws IOException {
        var model = new TreeMap<Long, Integer>(read());
        var states = new TreeMap<Long, String>();
        states.put(annotations.revision(job), text());
        for (int step = 0; step < STEPS; step++) {
            save(random, model);
            assertThat(read()).isEqualTo(model);
            states.put(annotations.revision(job), text());
        }
        var numbers = List.copyOf(states.keySet());
        long chosen = numbers.get(random.nextInt(numbers.size()));
        drawing.restore(chosen).statusCode(200);
        assertThat(text()).isEqualTo(states.get(chosen));
        for (long number : numbers) {
            assertThat(text(annotations.readFormer(job, number))).isEqualTo(states.get(number));
        }
    }

    private void save(Random random, Map<Long, Integer> model) {
        switch (random.nextInt(5)) {
            case 0 -> {
                model.clear();
                put(model, save(Act.REPLACE, shapes(random, 6)));
            }
            case 1, 2 -> put(model, save(Act.CREATE, shapes(random, 4)));
            case 3 -> put(model, save(Act.UPDATE, some(random, model)));
            default -> {
                var gone = some(random, model);
                save(Act.DELETE, gone);
                gone.forEach(shape -> model.remove(shape.id()));
            }
        }
    }

    private List<Annotation> save(Act act, List<Annotation> shapes) {
        return annotations
                .save(job, USER, act, IfMatch.ANY, new LabeledData(List.of(), shapes, List.of()))
                .answer()
                .shapes();
    }

    private static void put(Map<Long, Integer> model, List<Annotation> saved) {
        saved.forEach(shape -> model.put(shape.id(), shape.frame()));
    }

    private List<Annotation> shapes(Random random, int most) {
        var shapes = new ArrayList<Annotation>();
        for (int count = random.nextInt(most); count > 0; count--) {
            shapes.add(shape(null, random.nextInt(1000)));
        }
        return shapes;
    }

    private List<Annotation> some(Random random, Map<Long, Integer> model) {
        var shapes = new ArrayList<Annotation>();
        for (long id : model.keySet()) {
            if (random.nextInt(3) == 0) {
                shapes.add(shape(id, random.nextInt(1000)));
            }
        }
        return shapes;
    }

    private Annotation shape(Long id, int frame) {
        var geometry = new Geometry(ShapeType.RECTANGLE, false, false, 0, 0.0, "[1,2," + frame + ",4]");
        return new Annotation(Kind.SHAPE, id, frame, drawing.car, null, "manual", List.of(), geometry, null, null);
    }

    private Map<Long, Integer> read() throws IOException {
        var read = new TreeMap<Long, Integer>();
        var data = new BodyReader(IdRule.ANY)
                .read(new java.io.ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8)));
        data.shapes().forEach(shape -> read.put(shape.id(), shape.frame()));
        return read;
    }

    private String text() throws IOException {
        return text(annotations.read(job, annotations.revision(job), false));
    }

    private static String text(JobReading reading) throws IOException {
        var bytes = new ByteArrayOutputStream();
        reading.body().write(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
