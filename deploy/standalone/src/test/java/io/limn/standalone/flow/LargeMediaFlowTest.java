package io.limn.standalone.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.standalone.RunningSuite;
import io.limn.standalone.SuiteExtension;
import io.limn.standalone.client.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many large pictures and a long film go through, and data-service with its decoders stays small. */
@Tag("soak")
@ExtendWith(SuiteExtension.class)
class LargeMediaFlowTest {
    private static final long MOST_BYTES = 600L << 20;

    private final RunningSuite suite;
    private final Tasks tasks;

    LargeMediaFlowTest(RunningSuite suite) {
        this.suite = suite;
        tasks = new Tasks(suite.newUser());
    }

    @Test
    void fiveHundredPhotographsAndAThousandFrames() {
        List<Attachment> photographs = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            photographs.add(new Attachment("%03d.jpg".formatted(number), Media.jpeg(number, 1920, 1080)));
        }
        try (var memory = suite.watchMemory("data-service")) {
            int pictures = tasks.create(Map.of("segment_size", 100));
            JsonNode made = tasks.upload(pictures, photographs);
            assertThat(made.path("size").asInt()).isEqualTo(500);
            tasks.jobs(pictures).forEach(job -> assertThat(tasks.chunk(job, 0)).isNotEmpty());

            int film = tasks.create(Map.of());
            JsonNode filmed = tasks.uploadResumably(film, Media.film("long.mp4", 1000, 1920, 1080));
            assertThat(filmed.path("size").asInt()).isEqualTo(1000);
            int job = tasks.jobs(film).getFirst();
            for (int chunk = 0; chunk < 10; chunk++) {
                assertThat(tasks.chunk(job, chunk)).isNotEmpty();
            }

            assertThat(memory.highest()).isLessThan(MOST_BYTES);
            System.err.printf("data-service with its decoders: %d MB at most%n", memory.highest() >> 20);
        }
    }
}
